using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Contracts.Users;
using TaskList.Grains.Auth;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Users;

[GrainType("user")]
sealed class UserGrain(
    [PersistentState("user", ClusterNames.GrainStorage)] IPersistentState<UserState> user, EmailCipher cipher, ReminderTable reminders, TimeProvider time) : Grain, IUserGrain
{
    Guid UserId => this.GetPrimaryKey();

    UserState State => user.State;

    public async Task<UserProfile> Create(string email, string displayName, string language, string timeZone)
    {
        if (State.Email is null)
        {
            State.Email = cipher.Encrypt(UserId, email);
            (State.DisplayName, State.Language, State.TimeZone) = (displayName, language, timeZone);
            await user.Save(this);
        }

        return MakeProfile(State.Email);
    }

    public Task<UserProfile?> Profile() => Task.FromResult(State.Email is { } email ? MakeProfile(email) : null);

    public async Task<Result<UserProfile>> Update(ProfilePatch patch)
    {
        if (State.Email is not { } email) return new Refusal(Codes.NotFound);

        var good = ProfileRules.Check(patch.DisplayName, patch.Language, patch.TimeZone);
        if (!good.Ok) return good.Refusal;

        if (patch.Reminder is { } reminder)
        {
            // First the table, which is what counts, then what the profile shows: when this breaks off, the caller's next try does both again.
            if (!ReminderChoice.TryRead(reminder, out var lead)) return Refusal.With(Codes.InvalidField, "field", "reminder");
            await reminders.Choose(UserId, lead);
            State.Reminder = reminder;
        }

        State.DisplayName = good.Value.DisplayName ?? State.DisplayName;
        State.Language = good.Value.Language ?? State.Language;
        State.TimeZone = good.Value.TimeZone ?? State.TimeZone;
        await user.Save(this);
        return MakeProfile(email);
    }

    public Task<MyList[]> Lists() => Task.FromResult<MyList[]>(
        [.. State.Lists.Select(entry => new MyList(entry.Key, entry.Value.Name, entry.Value.Role, entry.Value.JoinedAt, entry.Value.ArchivedAt)).OrderBy(list => list.JoinedAt)]);

    public Task<Notification[]> Inbox() => Task.FromResult<Notification[]>([.. Enumerable.Reverse(State.Inbox)]);

    public Task MarkRead(Guid? upTo) => InboxRules.MarkRead(State.Inbox, upTo) ? user.Save(this) : Task.CompletedTask;

    public Task<SavedView[]> Views() => Task.FromResult<SavedView[]>([.. State.Views]);

    public async Task<Result<SavedView>> SaveView(SavedView view)
    {
        if (State.Email is null) return new Refusal(Codes.NotFound);

        var saved = SavedViewRules.Put(State.Views, view);
        if (saved.Ok) await user.Save(this);
        return saved;
    }

    public Task RemoveView(Guid viewId) => State.Views.RemoveAll(view => view.ViewId == viewId) > 0 ? user.Save(this) : Task.CompletedTask;

    public Task<bool> ListSet(Guid listId, string name, Role role, long version, DateTime at, DateTime? archivedAt) =>
        Keep(MyListsIndex.Set(State, listId, name, role, version, at, archivedAt));

    public Task<bool> ListGone(Guid listId, long version) => Keep(MyListsIndex.Gone(State, listId, version));

    public Task<bool> ListDeleted(Guid listId, string name, long version, DateTime at) => Keep(MyListsIndex.Gone(State, listId, version, name, at));

    public Task<DeletedList[]> DeletedLists() => Task.FromResult(MyListsIndex.Deleted(State, time.GetUtcNow().UtcDateTime));

    public Task<bool> Notify(Notification notification) =>
        Keep(InboxRules.Add(State.Inbox, notification) ? MyListsIndex.Effect.Seen : MyListsIndex.Effect.None);

    async Task<bool> Keep(MyListsIndex.Effect effect)
    {
        if (effect != MyListsIndex.Effect.None) await user.Save(this);
        return effect == MyListsIndex.Effect.Seen;
    }

    UserProfile MakeProfile(string email) => new(UserId, cipher.Decrypt(UserId, email), State.DisplayName, State.Language, State.TimeZone, State.Reminder);
}
