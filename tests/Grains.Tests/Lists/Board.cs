using System.Text.Json;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Tests.Lists;

/// <summary>A list without a grain: decides and applies at once, and keeps every change.</summary>
sealed class Board
{
    public static readonly Guid Owner = Guid.NewGuid();

    /// <param name="listId">Its own, where boards share a database.</param>
    public Board(Guid? listId = null)
    {
        State = new ListState(listId ?? new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]));
        Write(Owner, ListCall.Create(State.ListId, Owner, "List", []));
    }

    public ListState State { get; }

    public List<ListChange> Log { get; } = [];

    /// <summary>Of the last command.</summary>
    public IReadOnlyList<FieldConflict> Conflicts { get; private set; } = [];

    public string? Undo(long version, Guid? actorId = null) => Do(new { type = "undo", version }, actorId);

    public string? UndoLast(Guid? actorId = null) => Undo(State.Version, actorId);

    /// <summary>What people see, in bytes: the snapshot without version and times.</summary>
    public string Seen() => SeenText.Of(State);

    public Guid[] Order(Guid sectionId) => [.. State.Section(sectionId)!.Tasks.Select(task => task.TaskId)];

    public Guid AddSection(Guid? id = null)
    {
        var sectionId = id ?? Guid.NewGuid();
        Do(new { type = "addSection", sectionId, name = "Section" });
        return sectionId;
    }

    /// <summary>What some task looks like to clients.</summary>
    public TaskPicture AnyPicture(Guid taskId)
    {
        var section = AddSection();
        Do(new { type = "addTask", taskId, sectionId = section, title = "Task" });
        return State.Task(taskId)!.ToPicture();
    }

    public Guid AddTask(Guid sectionId)
    {
        var taskId = Guid.NewGuid();
        Do(new { type = "addTask", taskId, sectionId, title = "Task" });
        return taskId;
    }

    public void Join(Guid userId, Role role) => Write(userId, ListCall.Admit(userId, role, Guid.NewGuid()));

    /// <summary>The code of the refusal, or null when it was accepted.</summary>
    public string? Do(object command, Guid? actorId = null)
    {
        var fields = JsonSerializer.SerializeToNode(command)!.AsObject();
        fields["commandId"] ??= Guid.NewGuid().ToString();
        var actor = actorId ?? Owner;
        return Write(actor, ListCall.Of(actor, CommandParser.Parse(actor, JsonSerializer.SerializeToUtf8Bytes(fields))));
    }

    /// <summary>As the past is read in earnest: by replay.</summary>
    UndoFacts? FactsOf(long? version) => version is { } v && v <= State.Version ? UndoFacts.Of(At(v - 1), Log[(int)v - 1]) : null;

    public ListState At(long version)
    {
        var past = new ListState(State.ListId);
        foreach (var change in Log.Take((int)version)) past.Apply(change);
        return past;
    }

    /// <summary>What is decided is not applied.</summary>
    public bool OnlyDecides { get; set; }

    public string? Run(ListCall call) => Write(call.ActorId, call);

    string? Write(Guid actorId, ListCall call)
    {
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(State.Version);
        var decision = call.Decide(State, new Occasion(at, FactsOf(call.UndoneVersion)));
        if (decision.Refusal is { } refusal) return refusal.Code;
        Conflicts = decision.Conflicts ?? [];
        if (OnlyDecides) return null;
        var change = new ListChange(State.ListId, State.Version + 1, call.CommandId!.Value, actorId, at, decision.Events);

        // What is applied went through bytes, as after a restart.
        var read = ListJson.ReadChange(ListJson.Write(change));
        State.Apply(read);
        Log.Add(read);
        return null;
    }
}
