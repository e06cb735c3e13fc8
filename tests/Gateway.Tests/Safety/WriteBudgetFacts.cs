using Microsoft.Extensions.Configuration;
using TaskList.Gateway.Safety;
using Xunit;

namespace TaskList.Gateway.Tests.Safety;

public sealed class WriteBudgetFacts
{
    readonly SteppedTime _time = new();
    readonly Guid _ada = Guid.NewGuid();

    [Fact]
    public void BurstThenARate()
    {
        var budget = Budget("on");

        Assert.True(budget.TryTake(_ada, 500, out _));
        Assert.False(budget.TryTake(_ada, 1, out var wait));
        Assert.Equal(20, wait);
        _time.Step(TimeSpan.FromMilliseconds(20));
        Assert.True(budget.TryTake(_ada, 1, out _));
        _time.Step(TimeSpan.FromSeconds(2));
        Assert.False(budget.TryTake(_ada, 101, out wait));
        Assert.Equal(20, wait);
        Assert.True(budget.TryTake(_ada, 100, out _));
    }

    [Fact]
    public void EachUserHasAnOwnBudget()
    {
        var budget = Budget("on");
        budget.TryTake(_ada, 500, out _);

        Assert.True(budget.TryTake(Guid.NewGuid(), 500, out _));
    }

    [Fact]
    public void MemoryIsBounded()
    {
        var budget = Budget("on");
        for (var i = 0; i < 12_000; i++) budget.TryTake(Guid.NewGuid(), 1, out _);
        Assert.Equal(12_000, budget.Users);

        _time.Step(TimeSpan.FromSeconds(11));
        budget.TryTake(_ada, 1, out _);

        Assert.Equal(1, budget.Users);
    }

    [Fact]
    public void OffMeansNoBudget()
    {
        var budget = Budget("off");

        for (var i = 0; i < 10; i++) Assert.True(budget.TryTake(_ada, 500, out _));
    }

    WriteBudget Budget(string limits) =>
        new(new GatewaySettings(new ConfigurationBuilder().AddInMemoryCollection([new("Limits", limits)]).Build()), _time);

    sealed class SteppedTime : TimeProvider
    {
        long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Step(TimeSpan by) => _now += by.Ticks;
    }
}
