using CsCheck;
using TaskList.Contracts.Lists;
using TaskList.Grains.Users;
using Xunit;

namespace TaskList.Grains.Tests.Users;

public sealed class MyListsFacts
{
    static readonly DateTime At = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    readonly UserState _user = new();
    readonly Guid _list = Guid.NewGuid();

    [Fact]
    public void RepeatChangesNothing()
    {
        Assert.Equal(MyListsIndex.Effect.Seen, Set("Plans", Role.Editor, 3));
        Assert.Equal(MyListsIndex.Effect.None, Set("Plans", Role.Editor, 3));
        Assert.Equal(MyListsIndex.Effect.None, Set("Old name", Role.Viewer, 2));
        Assert.Equal(new ListEntry("Plans", Role.Editor, 3, At), _user.Lists[_list]);
    }

    [Fact]
    public void LaterChangeThatShowsNothingIsOnlyStored()
    {
        Set("Plans", Role.Editor, 3);

        Assert.Equal(MyListsIndex.Effect.Stored, Set("Plans", Role.Editor, 4));
        Assert.Equal(4, _user.Lists[_list].Version);
    }

    [Fact]
    public void OlderChangeDoesNotBringALeftListBack()
    {
        Set("Plans", Role.Editor, 3);
        Assert.Equal(MyListsIndex.Effect.Seen, MyListsIndex.Gone(_user, _list, 5));
        Assert.Equal(MyListsIndex.Effect.None, Set("Plans", Role.Editor, 4));
        Assert.Empty(_user.Lists);

        Assert.Equal(MyListsIndex.Effect.Seen, Set("Plans", Role.Viewer, 6));
        Assert.Equal(MyListsIndex.Effect.None, MyListsIndex.Gone(_user, _list, 5));
        Assert.Empty(_user.Left);
    }

    [Fact]
    public void LeftListsAreKeptUpToABound()
    {
        for (var i = 0; i < 1_100; i++) MyListsIndex.Gone(_user, Guid.NewGuid(), 1);

        Assert.Equal(1_000, _user.Left.Count);
    }

    /// <summary>A follower that starts again from an older place repeats a stretch of the log; the end is as if it had not.</summary>
    [Fact]
    public void ReplayOfAnyStretchChangesNothing() =>
        Gen.Select(Gen.Int[0, 3].Array[1, 12], Gen.Int[0, 11], Gen.Int[0, 11]).Sample((kinds, a, b) =>
        {
            var (once, twice) = (new UserState(), new UserState());
            for (var i = 0; i < kinds.Length; i++)
            {
                Apply(once, kinds[i], i + 1);
                Apply(twice, kinds[i], i + 1);
                if (i == Math.Max(a, b))
                {
                    for (var again = Math.Min(a, b); again <= i; again++) Apply(twice, kinds[again], again + 1);
                }
            }

            return once.Lists.SequenceEqual(twice.Lists) && once.Left.SequenceEqual(twice.Left);
        });

    void Apply(UserState user, int kind, int version)
    {
        if (kind == 0) MyListsIndex.Gone(user, _list, version);
        else MyListsIndex.Set(user, _list, $"Name {kind}", (Role)kind, version, At);
    }

    MyListsIndex.Effect Set(string name, Role role, long version) => MyListsIndex.Set(_user, _list, name, role, version, At);
}
