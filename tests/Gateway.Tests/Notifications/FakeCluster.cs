using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;
using TaskList.Contracts;
using TaskList.Contracts.Auth;
using TaskList.Contracts.Notifications;

namespace TaskList.Gateway.Tests.Notifications;

/// <summary>Stands where a cluster would: one stream that can go deaf, and the answers of the sign-in grain.</summary>
public class FakeCluster : DispatchProxy
{
    readonly List<IAsyncObserver<UserEvent>> _observers = [];

    public bool Deaf { get; set; }

    public int Subscriptions { get; private set; }

    public int Listening => _observers.Count;

    public Func<DateTime, Task<Guid[]>> EndedSessions { get; set; } = _ => Task.FromResult<Guid[]>([]);

    public static (IClusterClient Client, FakeCluster Fake) New()
    {
        var client = Create<IClusterClient, FakeCluster>();
        return (client, (FakeCluster)(object)client);
    }

    public async Task Publish(UserEvent happened)
    {
        if (Deaf) return;
        foreach (var observer in _observers.ToList()) await observer.OnNextAsync(happened);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        "get_ServiceProvider" => new ServiceCollection()
            .AddKeyedSingleton(ClusterNames.UserEventStreams, Stand<IStreamProvider>((_, _) => Stand<IAsyncStream<UserEvent>>(OnStream)))
            .BuildServiceProvider(),
        "GetGrain" when targetMethod.GetGenericArguments()[0] == typeof(IAuthGrain) =>
            Stand<IAuthGrain>((_, values) => EndedSessions((DateTime)values[0]!)),
        var other => throw new NotSupportedException(other),
    };

    object OnStream(string method, object?[] values)
    {
        if (method == "OnNextAsync") return Publish((UserEvent)values[0]!);
        if (method != "SubscribeAsync") throw new NotSupportedException(method);

        Subscriptions++;
        var observer = (IAsyncObserver<UserEvent>)values[0]!;
        _observers.Add(observer);
        Deaf = false;
        return Task.FromResult<StreamSubscriptionHandle<UserEvent>>(new Handle(() => _observers.Remove(observer)));
    }

    static T Stand<T>(Func<string, object?[], object> answer)
        where T : class
    {
        var stand = Create<T, FakeCalls>();
        ((FakeCalls)(object)stand).Answer = answer;
        return stand;
    }

    public class FakeCalls : DispatchProxy
    {
        public Func<string, object?[], object> Answer { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer(targetMethod!.Name, args!);
    }

    sealed class Handle(Action unsubscribe) : StreamSubscriptionHandle<UserEvent>
    {
        public override StreamId StreamId => default;

        public override string ProviderName => ClusterNames.UserEventStreams;

        public override Guid HandleId => Guid.Empty;

        public override Task UnsubscribeAsync()
        {
            unsubscribe();
            return Task.CompletedTask;
        }

        public override Task<StreamSubscriptionHandle<UserEvent>> ResumeAsync(IAsyncObserver<UserEvent> observer, StreamSequenceToken? token = null) =>
            throw new NotSupportedException();

        public override Task<StreamSubscriptionHandle<UserEvent>> ResumeAsync(IAsyncBatchObserver<UserEvent> observer, StreamSequenceToken? token = null) =>
            throw new NotSupportedException();

        public override bool Equals(StreamSubscriptionHandle<UserEvent>? other) => ReferenceEquals(this, other);
    }
}
