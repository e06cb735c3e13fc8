using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Contracts.Users;

namespace TaskList.Grains.Notifications;

/// <summary>Keeps each user's set of lists and inbox up with the log. User grains ignore what they know already, so repeats are harmless.</summary>
sealed class ListsConsumer(IGrainFactory grains, Func<UserEvent, Task> publish) : IChangeConsumer
{
    public const string Name = "lists";

    /// <summary>Calls in flight while a list of up to 1,000 members is renamed.</summary>
    const int CallsAtOnce = 16;

    public async Task Consume(LoggedChange change, CancellationToken stop)
    {
        var (actorId, news) = UserNewsReader.Read(change.Utf8);
        foreach (var item in news) await Tell(item, change, actorId, stop);
    }

    async Task Tell(UserNews item, LoggedChange change, Guid? actorId, CancellationToken stop)
    {
        switch (item)
        {
            case ListStarted started:
                await SetList(started.OwnerId, started.Name, Role.Owner, change);
                break;
            case ListNamed named when await Describe(change, null) is { } card:
                await Parallel.ForEachAsync(
                    card.Members,
                    new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = stop, TaskScheduler = TaskScheduler.Current },
                    async (member, _) => await SetList(member.UserId, named.Name, member.Role, change));
                break;
            case ListJoined joined when await Describe(change, null) is { } card:
                await SetList(joined.UserId, card.Name, joined.Role, change);
                break;
            case RoleChanged changed when await Describe(change, null) is { } card:
                await SetList(changed.UserId, card.Name, changed.Role, change);
                await Notify(changed.UserId, NotificationKind.RoleChanged, change, actorId, card, role: changed.Role);
                break;
            case ListLeft left when await Describe(change, null) is { } card:
                if (await grains.GetGrain<IUserGrain>(left.UserId).ListGone(change.ListId, change.Version)) await publish(new UserEvent(left.UserId, null));
                await Notify(left.UserId, NotificationKind.RemovedFromList, change, actorId, card);
                break;
            case TaskAssigned assigned when assigned.UserId != actorId && await Describe(change, assigned.TaskId) is { } card:
                await Notify(assigned.UserId, NotificationKind.Assigned, change, actorId, card, assigned.TaskId);
                break;
        }
    }

    Task<ListCard?> Describe(LoggedChange change, Guid? taskId) => grains.GetGrain<IListGrain>(change.ListId).Describe(taskId);

    async Task SetList(Guid userId, string name, Role role, LoggedChange change)
    {
        if (await grains.GetGrain<IUserGrain>(userId).ListSet(change.ListId, name, role, change.Version, change.At))
            await publish(new UserEvent(userId, null));
    }

    /// <summary>Nobody is told of what they did themselves.</summary>
    async Task Notify(Guid userId, NotificationKind kind, LoggedChange change, Guid? actorId, ListCard card, Guid? taskId = null, Role? role = null)
    {
        if (userId == actorId) return;

        var id = NotificationIds.Derive(change.ListId, change.Version, userId, kind, taskId);
        var notification = new Notification(id, kind, change.ListId, card.Name, taskId, card.TaskTitle, role, actorId, change.At, Read: false);
        if (await grains.GetGrain<IUserGrain>(userId).Notify(notification)) await publish(new UserEvent(userId, notification));
    }
}
