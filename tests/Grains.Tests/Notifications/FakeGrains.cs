using System.Reflection;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Contracts.Users;

namespace TaskList.Grains.Tests.Notifications;

/// <summary>Stands where a cluster would: notes the calls to user grains and answers for one list.</summary>
public class FakeGrains : DispatchProxy
{
    readonly HashSet<string> _known = [];

    /// <summary>Calls in order, as "user method arguments"; only those that told the user something new.</summary>
    public List<string> Calls { get; } = [];

    public ListCard? Card { get; set; }

    /// <summary>What a list says of itself and of a task; <see cref="Card"/> unless a test says otherwise.</summary>
    public Func<Guid, Guid?, ListCard?>? Describe { get; set; }

    /// <summary>Where lists come from that are more than their <see cref="Card"/>.</summary>
    public Func<Guid, IListGrain>? Lists { get; set; }

    public static (IGrainFactory Factory, FakeGrains Fake) New()
    {
        var factory = Create<IGrainFactory, FakeGrains>();
        return (factory, (FakeGrains)(object)factory);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var grain = targetMethod!.GetGenericArguments()[0];
        var id = (Guid)args![0]!;
        if (grain == typeof(IListGrain) && Lists is { } lists) return lists(id);
        if (grain == typeof(IListGrain)) return Grain<IListGrain>((method, values) => Task.FromResult(Answer(id, method, values)));
        if (grain == typeof(IUserGrain)) return Grain<IUserGrain>((method, values) => Task.FromResult(Note(id, method, values)));
        throw new NotSupportedException(grain.Name);
    }

    ListCard? Answer(Guid listId, string method, object?[] values)
    {
        if (method != nameof(IListGrain.Describe)) throw new NotSupportedException(method);
        return Describe is { } describe ? describe(listId, (Guid?)values[0]) : Card;
    }

    bool Note(Guid userId, string method, object?[] values)
    {
        var call = values[0] is Notification told
            ? $"{Name(userId)} Notify {told.Kind} {told.TaskTitle}{told.Role}"
            : $"{Name(userId)} {method} {string.Join(' ', values.Skip(1).Where(value => value is not (null or DateTime)))}";
        bool fresh;
        lock (_known) fresh = _known.Add(values[0] is Notification { NotificationId: var id } ? id.ToString() : call);
        if (fresh) lock (Calls) Calls.Add(call);
        return fresh;
    }

    /// <summary>Ids of test users are all the same letter.</summary>
    static char Name(Guid userId) => userId.ToString()[0];

    static T Grain<T>(Func<string, object?[], object> answer)
        where T : class
    {
        var grain = Create<T, FakeGrain>();
        ((FakeGrain)(object)grain).Answer = answer;
        return grain;
    }

    public class FakeGrain : DispatchProxy
    {
        public Func<string, object?[], object> Answer { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer(targetMethod!.Name, args!);
    }
}
