using System.Diagnostics;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>Why an edit is refused, and what it becomes when it is not. Pure: state and command in, decision out.</summary>
static partial class ListRules
{
    /// <summary>The least role that may issue a command.</summary>
    public static Role LeastRole(ListCommand command) => command switch
    {
        LeaveList or WatchTask or UnwatchTask => Role.Viewer,
        // The commands inside ask for theirs.
        Bulk => Role.Viewer,
        AddComment { ImportedAuthor: null, ImportedAt: null } or EditComment or DeleteComment => Role.Commenter,
        AddComment or RenameList or SetListKey or SetMemberRole or RemoveMember => Role.Owner,
        ArchiveList or UnarchiveList or DeleteList or RestoreList => Role.Owner,
        _ => Role.Editor,
    };

    /// <summary>Decides a member's command. Membership has been checked: a non-member never gets here.</summary>
    public static Decision Decide(ListState state, Guid actorId, Role actorRole, ListCommand command, Occasion occasion)
    {
        var least = LeastRole(command);
        if (actorRole < least) return NotAllowed(least);
        if (state.Content.ArchivedAt is not null && !WorksOnArchived(command)) return new Refusal(Codes.ListArchived);

        return command switch
        {
            RenameList or SetListKey or ArchiveList or UnarchiveList or DeleteList or RestoreList => OnList(state, command),
            SetMemberRole c => Decide(state, c),
            RemoveMember c => Leave(state, c.UserId),
            LeaveList => Leave(state, actorId),
            AddSection or RenameSection or SetSectionLimit or MoveSection or DeleteSection => OnSections(state, command),
            DefineLabel c => Decide(state, c),
            DeleteLabel c => state.Labels.ContainsKey(c.LabelId) ? new LabelDeleted(c.LabelId) : new Refusal(Codes.LabelNotFound),
            Bulk c => Decide(state, actorId, actorRole, c, occasion),
            Undo c => Decide(state, actorId, actorRole, c, occasion),
            TaskCommand c => OnTasks(state, actorId, actorRole, c, occasion),
            _ => throw new UnreachableException($"No rule decides {command.GetType().Name}."),
        };
    }

    /// <summary>A deleted list is there for its owners' wish to have it back, and for nobody and nothing else.</summary>
    public static Decision DecideDeleted(ListState state, Guid actorId, ListCommand? command, DateTime at)
    {
        var mayRestore = state.Content.DeletedAt is { } deletedAt && at - deletedAt <= TimeSpan.FromDays(ListLimits.DaysToRestore)
            && state.Members.TryGetValue(actorId, out var role) && role == Role.Owner;
        return command is RestoreList && mayRestore ? new ListRestored() : new Refusal(Codes.ListNotFound);
    }

    /// <summary>An invite was taken. A role is raised, never lowered.</summary>
    public static Decision Admit(ListState state, Guid userId, Role role)
    {
        if (state.RoleOf(userId) is { } present) return present >= role ? Decision.NoChange : new MemberRoleSet(userId, role);
        if (state.Members.Count >= ListLimits.Members) return Refusal.TooMany("members", ListLimits.Members);
        return new MemberAdded(userId, role);
    }

    static Refusal NotAllowed(Role least) => Refusal.With(Codes.NotAllowed, "role", least.ToString().ToLowerInvariant());

    static bool WorksOnArchived(ListCommand command) => command
        is UnarchiveList or ArchiveList or DeleteList or RestoreList or LeaveList or SetMemberRole or RemoveMember or WatchTask or UnwatchTask;

    static Decision OnList(ListState state, ListCommand command)
    {
        var list = state.Content;
        return command switch
        {
            RenameList c when c.Name == list.Name => Decision.NoChange,
            RenameList c => Decision.Write(new ListRenamed(c.Name), FieldConflict.Of(list.Stamps, Fields.Name, list.Name, c.BaseVersion)),
            SetListKey c when c.Key == list.Key => Decision.NoChange,
            SetListKey c => Decision.Write(new ListKeySet(c.Key), FieldConflict.Of(list.Stamps, Fields.Key, list.Key, c.BaseVersion)),
            ArchiveList => list.ArchivedAt is null ? new ListArchived() : Decision.NoChange,
            UnarchiveList => list.ArchivedAt is null ? Decision.NoChange : new ListUnarchived(),
            DeleteList => new ListDeleted(),
            _ => Decision.NoChange,
        };
    }

    static Decision Decide(ListState state, SetMemberRole c)
    {
        if (state.RoleOf(c.UserId) is not { } present) return new Refusal(Codes.MemberNotFound);
        if (present == c.Role) return Decision.NoChange;
        if (present == Role.Owner && IsLastOwner(state)) return new Refusal(Codes.LastOwner);
        return new MemberRoleSet(c.UserId, c.Role);
    }

    static Decision Leave(ListState state, Guid userId)
    {
        if (state.RoleOf(userId) is not { } role) return new Refusal(Codes.MemberNotFound);
        if (role == Role.Owner && IsLastOwner(state)) return new Refusal(Codes.LastOwner);
        return new MemberRemoved(userId);
    }

    static bool IsLastOwner(ListState state) => state.Members.Values.Count(role => role == Role.Owner) == 1;

    static Decision Decide(ListState state, DefineLabel c)
    {
        if (!state.Labels.TryGetValue(c.LabelId, out var label))
        {
            return state.Labels.Count >= ListLimits.Labels ? Refusal.TooMany("labels", ListLimits.Labels) : new LabelDefined(c.LabelId, c.Name, c.Color);
        }

        if (label.Name == c.Name && label.Color == c.Color) return Decision.NoChange;
        var clashes = new Clashes(c.BaseVersion);
        if (label.Name != c.Name) clashes.Look(label.Stamps, Fields.Name, label.Name);
        if (label.Color != c.Color) clashes.Look(label.Stamps, Fields.Color, label.Color);
        return new Decision(null, [new LabelDefined(c.LabelId, c.Name, c.Color)], clashes.Found);
    }
}
