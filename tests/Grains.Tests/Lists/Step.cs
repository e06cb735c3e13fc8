using System.Text.Json;
using CsCheck;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Tests.Lists;

/// <summary>One step of a random history: any command by anybody, on few ids, so that steps meet each other's things, deleted ones too.</summary>
sealed record Step(int Kind, int Actor, int A, int B, int C)
{
    public static readonly Guid[] Sections = Ids(1, 4);
    public static readonly Guid[] Tasks = Ids(11, 8);
    static readonly Guid[] Labels = Ids(31, 3);
    static readonly Guid[] Parts = Ids(41, 4);

    /// <summary>Owner, second owner, editor, commenter, viewer, stranger.</summary>
    public static readonly Guid[] Actors = [Board.Owner, .. Ids(51, 5)];

    public static readonly string[] Types =
    [
        "addTask", "moveTask", "editTask", "completeTask", "reopenTask", "deleteTask", "restoreTask", "setParent", "assign", "unassign", "watchTask", "unwatchTask",
        "addLabel", "removeLabel", "addChecklistItem", "editChecklistItem", "checkChecklistItem", "moveChecklistItem", "deleteChecklistItem", "addComment", "editComment",
        "deleteComment", "transferTask", "addSection", "renameSection", "setSectionLimit", "moveSection", "deleteSection", "defineLabel", "deleteLabel", "renameList",
        "setListKey", "setMemberRole", "removeMember", "leaveList", "archiveList", "unarchiveList", "deleteList", "restoreList", "undo", "bulk",
    ];

    /// <summary>
    /// What comes from outside, by no command: an invite taken, another list's answer, another list's task. Then what chance would seldom do: a section is filled, a full one goes, and the
    /// last one that went comes back.
    /// </summary>
    const int Others = 6;

    /// <summary>Enough for the deletion of a section, and its return, to be about many tasks.</summary>
    public const int Filling = 20;

    static readonly string[] Often =
    [
        "addTask", "addTask", "addTask", "moveTask", "moveTask", "editTask", "undo", "undo", "undo", "bulk", "restoreTask", "addSection", "addSection", "addLabel", "defineLabel", "addChecklistItem", "addChecklistItem",
        "moveChecklistItem", "checkChecklistItem", "completeTask", "reopenTask", "transferTask", "addComment", "addComment", "deleteComment", "unarchiveList", "restoreList", "unarchiveList", "restoreList",
    ];

    public static readonly Gen<Step> Any = Gen.Select(Gen.Int[0, Types.Length + Often.Length + Others - 1], Gen.Int[0, 11], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999])
        .Select((kind, actor, a, b, c) => new Step(kind, actor < 6 ? 0 : actor - 6, a, b, c));

    public static Step From(Random random) => new(
        random.Next(Types.Length + Often.Length + Others), random.Next(3) > 0 ? 0 : random.Next(6), random.Next(1_000), random.Next(1_000), random.Next(1_000));

    public static readonly Gen<Step[]> History = Any.Array[1, 80];

    static Guid[] Ids(int from, int count) => [.. Enumerable.Range(from, count).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]))];

    public Guid ActorId => Actors[Actor];

    public string Type => Kind < Types.Length ? Types[Kind] : Kind < Types.Length + Often.Length ? Often[Kind - Types.Length] : $"other{Kind - Types.Length - Often.Length}";

    Guid Task => Tasks[A % Tasks.Length];

    /// <summary>Checklists and comments keep to the first tasks on the board, so that they meet there.</summary>
    Guid TaskWithParts(Board board) => board.State.Sections.SelectMany(section => section.Tasks).Take(2).ToArray() is { Length: > 0 } seen ? seen[A % seen.Length].TaskId : Task;

    Guid Section => Sections[B % Sections.Length];

    Guid? After => C % 5 == 0 ? null : Tasks[C % Tasks.Length];

    public static Board Play(IEnumerable<Step> history)
    {
        var board = new Board();
        foreach (var (actor, role) in Actors.Skip(1).Zip([Role.Owner, Role.Editor, Role.Commenter, Role.Viewer])) board.Join(actor, role);
        foreach (var (section, i) in Sections.Take(2).Select((id, i) => (id, i))) board.Do(new { commandId = Fixed(900 + i), type = "addSection", sectionId = section, name = "Begun" });
        var n = 0;
        foreach (var step in history) step.Do(board, Fixed(1_000 + n++));
        return board;
    }

    static Guid Fixed(int n) => new(n, 1, 0, [0, 0, 0, 0, 0, 0, 0, 2]);

    /// <summary>The code of the refusal, or null.</summary>
    public string? Do(Board board, Guid commandId)
    {
        if (!Type.StartsWith("other", StringComparison.Ordinal))
        {
            var command = Command(board, Type);
            command["commandId"] = commandId.ToString();
            return board.Do(command, ActorId);
        }

        return board.Run(Type switch
        {
            "other0" => ListCall.Admit(ActorId, (Role)(A % 4), commandId),
            "other1" => ListCall.EndTransfer(ActorId, Task, board.State.AnyTask(Task)?.Content.Transfer?.TransferId ?? commandId, A % 2 == 0 ? null : Codes.SectionNotFound),
            "other2" => ListCall.Receive(ActorId, Offer(commandId)),
            "other3" => Fill(commandId),
            "other4" => Call(new { commandId, type = "deleteSection", sectionId = board.State.Sections.MaxBy(section => section.Count)?.SectionId ?? Section }),
            _ => Call(new { commandId, type = "undo", version = LastEndOfASection(board) ?? 1 }),
        });
    }

    /// <summary>Of one that has not come back: ids are few, and what is gone for good takes all its tasks out of the history.</summary>
    static long? LastEndOfASection(Board board) =>
        board.Log.LastOrDefault(change => change.Events.OfType<SectionDeleted>().Any(gone => board.State.Section(gone.SectionId) is null))?.Version;

    ListCall Fill(Guid commandId) => Call(new
    {
        commandId,
        type = "bulk",
        commands = Enumerable.Range(0, Filling).Select(i => new { type = "addTask", taskId = DerivedId.Of(commandId, $"task {i}"), sectionId = Section, title = $"Filling {i}" }),
    });

    ListCall Call(object command) => ListCall.Of(ActorId, CommandParser.Parse(ActorId, JsonSerializer.SerializeToUtf8Bytes(command)));

    TransferOffer Offer(Guid commandId)
    {
        var task = new TaskPicture(
            A % 3 == 0 ? commandId : Task, 7, "From elsewhere", null, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), ActorId, null, 2, null, null, null, null, Actors[1..3],
            Labels[..1], [ActorId], Task, [new ChecklistItemPicture(Parts[0], "step", true)], [new CommentPicture(Parts[1], ActorId, DateTime.UnixEpoch, "said", null, null, null, null)], null);
        return new TransferOffer(commandId, commandId, Section, C % 2 == 0 ? default : new Optional<Guid?>(After), task, [new LabelPicture(Labels[0], $"l{B % 3}", "red")]);
    }

    Dictionary<string, object?> Command(Board board, string type)
    {
        Dictionary<string, object?> c = new() { ["type"] = type };
        if (B % 3 == 0) c["baseVersion"] = board.State.Version / 2;
        var subject = type is "undo" or "bulk" or "defineLabel" or "deleteLabel" || type.EndsWith("List", StringComparison.Ordinal) || type.EndsWith("Section", StringComparison.Ordinal) ? null : "taskId";
        if (type is "setSectionLimit") subject = null;
        if (subject is not null && type is not ("setMemberRole" or "removeMember" or "setListKey"))
            c["taskId"] = type.EndsWith("ChecklistItem", StringComparison.Ordinal) || type.EndsWith("Comment", StringComparison.Ordinal) ? TaskWithParts(board) : Task;
        switch (type)
        {
            case "addTask":
                (c["sectionId"], c["title"]) = (Section, $"Task {C} «ё» 😀");
                if (C % 2 == 0) c["afterTaskId"] = After;
                if (C % 3 == 0) (c["recurrence"], c["dueAt"]) = (Rule(), "2026-01-31T09:00:00Z");
                if (C % 4 == 0) (c["labelIds"], c["assigneeIds"], c["parentTaskId"]) = (new[] { Labels[B % 3] }, new[] { Actors[C % 5] }, After);
                if (C % 5 == 0) (c["description"], c["priority"], c["timeZone"], c["startAt"]) = ("words", 3, "Europe/Berlin", "2026-01-30T09:00:00+03:00");
                break;
            case "editTask":
                if (C % 2 == 0) c["title"] = $"Edited {B % 4}";
                if (C % 3 == 0) c["description"] = B % 2 == 0 ? null : $"words {B % 3}";
                if (C % 5 == 0) c["priority"] = B % 5 == 0 ? null : B % 5;
                if (C % 7 == 0) (c["recurrence"], c["dueAt"]) = (Rule(), "2026-03-29T01:30:00Z");
                if (B % 7 == 0) (c["timeZone"], c["startAt"]) = ("America/New_York", null);
                break;
            case "moveTask":
                c["sectionId"] = Section;
                if (C % 3 != 0) c["afterTaskId"] = After;
                break;
            case "setParent":
                c["parentTaskId"] = After;
                break;
            case "assign" or "unassign":
                c["userId"] = Actors[B % 5];
                break;
            case "addLabel" or "removeLabel" or "deleteLabel":
                c["labelId"] = Labels[B % 3];
                break;
            case "addChecklistItem" or "editChecklistItem" or "checkChecklistItem" or "moveChecklistItem" or "deleteChecklistItem":
                c["itemId"] = Parts[B % 4];
                if (type is "addChecklistItem" or "editChecklistItem") c["text"] = $"step {C % 3}";
                if (type is "checkChecklistItem") c["checked"] = C % 2 == 0;
                if (type is "moveChecklistItem" or "addChecklistItem" && C % 2 == 0) c["afterItemId"] = C % 3 == 0 ? null : Parts[C % 4];
                break;
            case "addComment" or "editComment" or "deleteComment":
                c["commentId"] = Parts[B % 4];
                if (type is not "deleteComment") c["text"] = $"said {C % 3}";
                if (type is not "deleteComment" && C % 2 == 0) c["mentions"] = new[] { Actors[C % 5] };
                break;
            case "transferTask":
                (c["toListId"], c["toSectionId"]) = (Fixed(3), Section);
                break;
            case "addSection" or "renameSection" or "setSectionLimit" or "moveSection" or "deleteSection":
                c["sectionId"] = Section;
                if (type is "addSection" or "renameSection") c["name"] = $"Section {C % 3}";
                if (type is "setSectionLimit") c["limit"] = C % 3 == 0 ? null : C + 1;
                if (type is "moveSection" or "addSection" && C % 2 == 0) c["afterSectionId"] = C % 3 == 0 ? null : Sections[C % 4];
                break;
            case "defineLabel":
                (c["labelId"], c["name"], c["color"]) = (Labels[B % 3], $"l{C % 3}", A % 2 == 0 ? "teal" : "red");
                break;
            case "renameList":
                c["name"] = $"List {C % 3}";
                break;
            case "setListKey":
                c["key"] = $"KEY{C % 3}";
                break;
            case "setMemberRole" or "removeMember":
                c["userId"] = Actors[B % 5];
                if (type is "setMemberRole") c["role"] = new[] { "viewer", "commenter", "editor", "owner" }[C % 4];
                break;
            case "undo":
                c["version"] = Math.Max(1, board.State.Version - (C % 8));
                break;
            case "bulk":
                c["commands"] = Enumerable.Range(0, 1 + (C % 4)).Select(i => new Step(0, Actor, A + (i * 7), B + (i * 5), C + (i * 3)).Command(board, Types[(A + (i * 11)) % 30])).ToArray();
                break;
        }

        return c;
    }

    object Rule() => (B % 5) switch
    {
        0 => new { every = "day", interval = 3 },
        1 => new { every = "weekday", from = "completion" },
        2 => new { every = "week", on = new[] { "mon", "fri" } },
        3 => new { every = "month", monthly = C % 2 == 0 ? "day" : "weekday" },
        _ => new { every = "year", interval = 1, from = "due" },
    };
}
