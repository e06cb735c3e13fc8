using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <content>A task's way to another list: offered here, answered there for ever, ended here after that answer.</content>
static partial class ListRules
{
    static Decision Decide(ListState state, TransferTask c)
    {
        if (c.ToListId == state.ListId) return Refusal.With(Codes.InvalidField, "field", "toListId");
        return new TaskTransferStarted(c.TaskId, c.CommandId, c.ToListId, c.ToSectionId, c.Place.Last ? default : new Optional<Guid?>(c.Place.After));
    }

    /// <summary>What the source asks of the target, or null for a task that is not on its way.</summary>
    public static TransferOffer? Offer(ListState state, TaskItem task) => task.Content.Transfer is not { } transfer ? null : new TransferOffer(
        state.ListId,
        transfer.TransferId,
        transfer.ToSectionId,
        transfer.AfterTaskId.Last ? default : new Optional<Guid?>(transfer.AfterTaskId.After),
        task.ToPicture(),
        [.. task.Content.Labels.Where(state.Labels.ContainsKey).Select(id => state.Labels[id].ToPicture())]);

    /// <summary>The target's answer. A refusal is an answer, too, and is written: no events, and its code among the conflicts, so that it stands for ever.</summary>
    public static Decision Receive(ListState state, Guid actorId, TransferOffer offer)
    {
        if (WhyNot(state, actorId, offer) is { } code) return new Decision(null, [], [new FieldConflict(Fields.Transfer, code, null, state.Version)]);

        List<ListEvent> events = [];
        List<Guid> labels = [];
        foreach (var label in offer.Labels)
        {
            if (state.Labels.Values.FirstOrDefault(known => known.Name == label.Name) is { } same)
            {
                labels.Add(same.LabelId);
                continue;
            }

            var defined = new LabelDefined(DerivedId.Of(offer.TransferId, $"label {label.LabelId}"), label.Name, label.Color);
            events.Add(defined);
            labels.Add(defined.LabelId);
        }

        var section = state.Section(offer.ToSectionId)!;
        var after = Resolve(state, section, new Anchor(!offer.AfterTaskId.HasValue, offer.AfterTaskId.Value), mover: null);
        var number = state.LastNumber + 1;
        var task = offer.Task with
        {
            Number = number,
            LabelIds = [.. labels.Distinct()],
            AssigneeIds = [.. offer.Task.AssigneeIds.Where(id => state.RoleOf(id) is not null)],
            WatcherIds = [.. (offer.Task.WatcherIds ?? []).Where(id => state.RoleOf(id) is not null)],
            ParentTaskId = null,
            Transfer = null,
        };
        events.Add(new TaskReceived(task.TaskId, offer.FromListId, offer.TransferId, section.SectionId, after?.TaskId, number, task));
        return new Decision(null, events);
    }

    static string? WhyNot(ListState state, Guid actorId, TransferOffer offer)
    {
        if (state.RoleOf(actorId) is not { } role) return Codes.ListNotFound;
        if (role < Role.Editor) return Codes.NotAllowed;
        if (state.Content.ArchivedAt is not null) return Codes.ListArchived;
        if (state.Section(offer.ToSectionId) is null) return Codes.SectionNotFound;
        if (state.AnyTask(offer.Task.TaskId) is { Content.LeftFor: null }) return Codes.IdTaken;
        var newLabels = offer.Labels.Count(label => state.Labels.Values.All(known => known.Name != label.Name));
        return state.TaskCount >= ListLimits.Tasks || state.Labels.Count + newLabels > ListLimits.Labels ? Codes.LimitReached : null;
    }

    /// <summary>The source takes note of the target's answer; a second time there is nothing to note.</summary>
    /// <param name="code">Why the target did not take it; null when it did.</param>
    public static Decision EndTransfer(ListState state, Guid taskId, Guid transferId, string? code)
    {
        if (state.AnyTask(taskId) is not { Content.Transfer: { } transfer } || transfer.TransferId != transferId) return Decision.NoChange;
        return code is null ? new TaskTransferred(taskId, transfer.ToListId) : new TaskTransferCancelled(taskId, code);
    }
}
