using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>Why an edit is refused, and what it becomes when it is not. Pure: state and command in, decision out.</summary>
static partial class ListRules
{
    /// <summary>The least role that may issue a command.</summary>
    public static Role LeastRole(ListCommand command) => command switch
    {
        LeaveList => Role.Viewer,
        AddComment { ImportedAuthor: null, ImportedAt: null } => Role.Commenter,
        AddComment or RenameList or SetMemberRole or RemoveMember => Role.Owner,
        _ => Role.Editor,
    };

    /// <summary>Decides a member's command. Membership has been checked: a non-member never gets here.</summary>
    public static Decision Decide(ListState state, Guid actorId, Role actorRole, ListCommand command)
    {
        var least = LeastRole(command);
        if (actorRole < least) return Refusal.With(Codes.NotAllowed, "role", least.ToString().ToLowerInvariant());

        return command switch
        {
            RenameList c => c.Name == state.Name ? Decision.NoChange : new ListRenamed(c.Name),
            SetMemberRole c => Decide(state, c),
            RemoveMember c => Leave(state, c.UserId),
            LeaveList => Leave(state, actorId),
            AddSection c => Decide(state, c),
            RenameSection c => Decide(state, c),
            MoveSection c => Decide(state, c),
            DeleteSection c => state.Section(c.SectionId) is not null ? new SectionDeleted(c.SectionId)
                : state.KnowsSection(c.SectionId) ? Decision.NoChange : new Refusal(Codes.SectionNotFound),
            DefineLabel c => Decide(state, c),
            AddTask c => Decide(state, c),
            RestoreTask c => Decide(state, c),
            DeleteTask c => state.Task(c.TaskId) is not null ? new TaskDeleted(c.TaskId)
                : state.AnyTask(c.TaskId) is not null ? Decision.NoChange : new Refusal(Codes.TaskNotFound),
            _ => OnTask(state, command),
        };
    }

    /// <summary>An invite was taken. A role is raised, never lowered.</summary>
    public static Decision Admit(ListState state, Guid userId, Role role)
    {
        if (state.RoleOf(userId) is { } present) return present >= role ? Decision.NoChange : new MemberRoleSet(userId, role);
        if (state.Members.Count >= ListLimits.Members) return Refusal.TooMany("members", ListLimits.Members);
        return new MemberAdded(userId, role);
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
        if (state.Labels.TryGetValue(c.LabelId, out var label))
            return label.Name == c.Name && label.Color == c.Color ? Decision.NoChange : new LabelDefined(c.LabelId, c.Name, c.Color);
        if (state.Labels.Count >= ListLimits.Labels) return Refusal.TooMany("labels", ListLimits.Labels);
        return new LabelDefined(c.LabelId, c.Name, c.Color);
    }

    static Decision Decide(ListState state, AddSection c)
    {
        if (state.KnowsSection(c.SectionId)) return Refusal.With(Codes.IdTaken, "field", "sectionId");
        if (state.SectionCount >= ListLimits.Sections) return Refusal.TooMany("sections", ListLimits.Sections);
        return new SectionAdded(c.SectionId, c.Name, state.ResolveSection(c.Place, mover: null)?.SectionId);
    }

    static Decision Decide(ListState state, RenameSection c)
    {
        if (state.Section(c.SectionId) is not { } section) return new Refusal(Codes.SectionNotFound);
        return section.Name == c.Name ? Decision.NoChange : new SectionRenamed(c.SectionId, c.Name);
    }

    static Decision Decide(ListState state, MoveSection c)
    {
        if (state.Section(c.SectionId) is not { } section) return new Refusal(Codes.SectionNotFound);
        var after = state.ResolveSection(c.Place, mover: section);
        return after == state.SectionBefore(section) ? Decision.NoChange : new SectionMoved(c.SectionId, after?.SectionId);
    }
}
