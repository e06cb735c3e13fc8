using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists.Import;

/// <summary>Comments are found among the board's actions. Whoever wrote them stays a name; nobody becomes a member.</summary>
sealed class TrelloComments(TrelloBoard board, ImportTally tally, ImportIds ids, ImportCommands commands)
{
    readonly Dictionary<string, TrelloMember> _members = board.Members.Items().DistinctBy(member => member.Id).ToDictionary(member => member.Id);

    readonly ILookup<string, TrelloAction> _byCard = In(board).ToLookup(action => action.Data?.Card?.Id ?? "");

    public static IEnumerable<TrelloAction> In(TrelloBoard board) => board.Actions.Items()
        .Where(action => action.Type is "commentCard" or "copyCommentCard" && !string.IsNullOrWhiteSpace(action.Data?.Text))
        .DistinctBy(action => action.Id);

    public void Add(TrelloCard card, Guid taskId)
    {
        // The file has the newest first; without a time that can be read, its place in the file decides.
        var comments = _byCard[card.Id].Reverse().OrderBy(action => TrelloDates.Parse(action.Date) ?? DateTime.MinValue).ToList();
        var count = 0;
        foreach (var action in comments)
        {
            if (!tally.Fits(ImportKinds.Comments, count, ListLimits.Comments)) continue;

            count++;
            commands.Add(
                "addComment", action.Id,
                ("taskId", taskId),
                ("commentId", ids.Of("comment", action.Id)),
                ("text", tally.Cut(action.Data!.Text!, ListLimits.Text)),
                ("importedAuthor", Author(action)),
                ("importedAt", TrelloDates.Parse(action.Date, tally)));
        }

        tally.Drop(ImportKinds.Comments, DropReasons.NotInExport, (card.Badges?.Comments ?? 0) - comments.Count);
    }

    string Author(TrelloAction action)
    {
        // Whoever left the board is no longer among its members, but the action still names them.
        var member = action.MemberCreator ?? (action.IdMemberCreator is { } id ? _members.GetValueOrDefault(id) : null);
        string?[] names = [member?.FullName, member?.Username];

        // Some people have their address for a name; addresses are not taken over.
        var name = names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name) && !name.Contains('@', StringComparison.Ordinal));
        return tally.Name(name ?? "Trello", ListLimits.Name);
    }
}
