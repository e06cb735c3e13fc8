using System.Text.Json;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Tests.Lists;

/// <summary>A list without a grain: decides and applies at once, and keeps every change.</summary>
sealed class Board
{
    public static readonly Guid Owner = Guid.NewGuid();

    public Board()
    {
        State = new ListState(Guid.NewGuid());
        Write(Owner, ListCall.Create(State.ListId, Owner, "List", []));
    }

    public ListState State { get; }

    public List<ListChange> Log { get; } = [];

    public Guid[] Order(Guid sectionId) => [.. State.Section(sectionId)!.Tasks.Select(task => task.TaskId)];

    public Guid AddSection(Guid? id = null)
    {
        var sectionId = id ?? Guid.NewGuid();
        Do(new { type = "addSection", sectionId, name = "Section" });
        return sectionId;
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

    string? Write(Guid actorId, ListCall call)
    {
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(State.Version);
        var decision = call.Decide(State, new Occasion(at));
        if (decision.Refusal is { } refusal) return refusal.Code;
        var change = new ListChange(State.ListId, State.Version + 1, call.CommandId!.Value, actorId, at, decision.Events);

        // What is applied went through bytes, as after a restart.
        var read = ListJson.ReadChange(ListJson.Write(change));
        State.Apply(read);
        Log.Add(read);
        return null;
    }
}
