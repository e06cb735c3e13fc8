using System.Reflection;

namespace TaskList.Gateway.Tests;

/// <summary>A cluster whose grains are whatever a test puts there. A grain that nobody put there fails loudly.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
class FakeCluster : DispatchProxy
{
    readonly Dictionary<Type, object> _grains = [];

    public static IClusterClient Make() => Create<IClusterClient, FakeCluster>();

    /// <summary>Every grain of this kind answers so, whatever its key: method name and arguments in, the task out.</summary>
    public void Answer<TGrain>(Func<string, object?[], object> answer)
        where TGrain : class
    {
        var grain = Create<TGrain, Grain>();
        ((Grain)(object)grain).Reply = answer;
        _grains[typeof(TGrain)] = grain;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod is { Name: "GetGrain", IsGenericMethod: true } && _grains.TryGetValue(targetMethod.GetGenericArguments()[0], out var grain)
            ? grain
            : throw new InvalidOperationException($"The test expects no call of {targetMethod}.");

    internal class Grain : DispatchProxy
    {
        public Func<string, object?[], object> Reply { get; set; } = (name, _) => throw new InvalidOperationException(name);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Reply(targetMethod!.Name, args ?? []);
    }
}
