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

    public FollowerReading Reading => FollowerReading.News;

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
                await SetList(started.OwnerId, started.Name, Role.Owner, change, archivedAt: null);
                break;
            case ListNamed named when await Describe(change, null) is { } card:
                await ForEach(card.Members, member => SetList(member.UserId, named.Name, member.Role, change, card.ArchivedAt), stop);
                break;
            case ListJoined joined when await Describe(change, null) is { } card:
                await SetList(joined.UserId, card.Name, joined.Role, change, card.ArchivedAt);
                break;
            case RoleChanged changed when await Describe(change, null) is { } card:
                await SetList(changed.UserId, card.Name, changed.Role, change, card.ArchivedAt);
                await Notify(changed.UserId, NotificationKind.RoleChanged, change, actorId, card, role: changed.Role);
                break;
            case ListLeft left when await Describe(change, null) is { } card:
                if (await grains.GetGrain<IUserGrain>(left.UserId).ListGone(change.ListId, change.Version)) await publish(new UserEvent(left.UserId, null));
                await Notify(left.UserId, NotificationKind.RemovedFromList, change, actorId, card);
                break;
            case ListEnded when await Describe(change, null) is { } card:
                await ForEach(card.Members, member => EndList(member, card.Name, change), stop);
                break;
            case ListBack or ListShelved when await Describe(change, null) is { Deleted: false } card:
                await ForEach(card.Members, member => SetList(member.UserId, card.Name, member.Role, change, card.ArchivedAt), stop);
                break;
            case TaskDiscussed talk when await Describe(change, talk.TaskId) is { } card:
                await Tell(talk, change, actorId, card);
                break;
            case TaskAssigned assigned when assigned.UserId != actorId && await Describe(change, assigned.TaskId) is { } card:
                await Notify(assigned.UserId, NotificationKind.Assigned, change, actorId, card, assigned.TaskId);
                break;
        }
    }

    static Task ForEach(ListMember[] members, Func<ListMember, Task> tell, CancellationToken stop) => Parallel.ForEachAsync(
        members,
        new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = stop, TaskScheduler = TaskScheduler.Current },
        async (member, _) => await tell(member));

    async Task EndList(ListMember member, string name, LoggedChange change)
    {
        var user = grains.GetGrain<IUserGrain>(member.UserId);
        var told = member.Role == Role.Owner ? await user.ListDeleted(change.ListId, name, change.Version, change.At) : await user.ListGone(change.ListId, change.Version);
        if (told) await publish(new UserEvent(member.UserId, null));
    }

    /// <summary>A mention counts once for a comment, however often it is edited; who is mentioned is not told of the comment as well.</summary>
    async Task Tell(TaskDiscussed talk, LoggedChange change, Guid? actorId, ListCard card)
    {
        var members = card.Members.Select(member => member.UserId).ToHashSet();
        foreach (var user in talk.Mentions.Where(members.Contains))
            await Notify(user, NotificationKind.Mentioned, change, actorId, card, talk.TaskId, commentId: talk.CommentId);
        if (!talk.IsNew) return;
        foreach (var user in (card.TaskFollowers ?? []).Except(talk.Mentions).Where(members.Contains))
            await Notify(user, NotificationKind.Commented, change, actorId, card, talk.TaskId, commentId: talk.CommentId);
    }

    Task<ListCard?> Describe(LoggedChange change, Guid? taskId) => grains.GetGrain<IListGrain>(change.ListId).Describe(taskId);

    async Task SetList(Guid userId, string name, Role role, LoggedChange change, DateTime? archivedAt)
    {
        if (await grains.GetGrain<IUserGrain>(userId).ListSet(change.ListId, name, role, change.Version, change.At, archivedAt))
            await publish(new UserEvent(userId, null));
    }

    /// <summary>Nobody is told of what they did themselves.</summary>
    async Task Notify(Guid userId, NotificationKind kind, LoggedChange change, Guid? actorId, ListCard card, Guid? taskId = null, Role? role = null, Guid? commentId = null)
    {
        if (userId == actorId) return;

        var id = commentId is { } comment
            ? NotificationIds.Derive(change.ListId, 0, userId, kind, comment)
            : NotificationIds.Derive(change.ListId, change.Version, userId, kind, taskId);
        var notification = new Notification(id, kind, change.ListId, card.Name, taskId, card.TaskTitle, role, actorId, change.At, Read: false);
        if (await grains.GetGrain<IUserGrain>(userId).Notify(notification)) await publish(new UserEvent(userId, notification));
    }
}
