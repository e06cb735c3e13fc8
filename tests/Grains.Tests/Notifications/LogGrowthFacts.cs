using TaskList.Grains.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Notifications;

public sealed class LogGrowthFacts
{
    readonly LogGrowth _growth = new();

    [Fact]
    public void WhoPassesOverWhatIsQuietIsNotWokenForIt()
    {
        var (news, heads) = (_growth.Next(FollowerReading.News), _growth.Next(FollowerReading.Heads));

        _growth.Raise(news: false);
        Assert.Equal((false, true), (news.IsCompleted, heads.IsCompleted));

        heads = _growth.Next(FollowerReading.Heads);
        _growth.Raise(news: true);
        Assert.Equal((true, true), (news.IsCompleted, heads.IsCompleted));
    }

    [Fact]
    public void AllWhoWaitAreWokenAndOnlyWhatComesLaterWakesThemAgain()
    {
        Task[] waiting = [_growth.Next(FollowerReading.News), _growth.Next(FollowerReading.News)];

        _growth.Raise(news: true);

        Assert.All(waiting, task => Assert.True(task.IsCompleted));
        Assert.False(_growth.Next(FollowerReading.News).IsCompleted);
    }
}
