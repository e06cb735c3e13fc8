using System.Text.Json.Nodes;
using Xunit;

namespace TaskList.HistoryChecker.Tests;

/// <summary>A sound history passes; each spoilt one is caught by the name of the promise that it breaks.</summary>
public sealed class CheckerFacts
{
    readonly MadeHistory _made = MadeHistory.Sound();

    [Fact]
    public void SoundHistoryPasses() => Assert.Empty(_made.Check());

    [Fact]
    public void LinesSurviveBeingWrittenAndRead() =>
        Assert.Equal(_made.Lines.Select(line => line.ToString()), _made.Lines.Select(line => HistoryLine.Parse(line.ToString()).ToString()));

    [Fact]
    public void AcknowledgedCommandThatIsNotInTheLogBreaksI1()
    {
        _made.Log.RemoveAt(5);
        Broken("I1");
    }

    [Fact]
    public void CommandThatIsInTheLogTwiceBreaksI2()
    {
        _made.Log[5]["commandId"] = _made.Log[4]["commandId"]!.GetValue<Guid>();
        Broken("I2");
    }

    [Fact]
    public void RefusedCommandThatIsInTheLogBreaksI2()
    {
        var ok = _made.Lines.FindLastIndex(line => line.Kind == LineKind.Ok);
        _made.Lines[ok] = _made.Lines[ok] with { Kind = LineKind.Fail, Version = null };
        Broken("I2");
    }

    [Fact]
    public void ChangeThatNobodyAskedForBreaksI3()
    {
        _made.Change(Guid.NewGuid(), _made.Owner, null, new JsonObject { ["type"] = "taskEdited", ["taskId"] = _made.Task, ["title"] = "Ghost" });
        Broken("I3");
    }

    [Fact]
    public void ChangeOlderThanItsCommandBreaksI3()
    {
        _made.Log[5]["at"] = _made.Log[5]["at"]!.GetValue<DateTime>().AddSeconds(-1);
        Broken("I3");
    }

    [Fact]
    public void ChangeThatSaysSomethingElseThanItsCommandBreaksI4()
    {
        _made.Log[4]["events"]![0]!["title"] = "Not what was sent";
        Broken("I4");
    }

    [Fact]
    public void MissingVersionBreaksI5()
    {
        _made.Log[5]["version"] = 8;
        Broken("I5");
    }

    [Fact]
    public void TimeThatRunsBackBreaksI5()
    {
        _made.Log[4]["at"] = _made.Log[5]["at"]!.GetValue<DateTime>().AddSeconds(1);
        Broken("I5");
    }

    [Fact]
    public void CommandBelowOneThatWasAnsweredBeforeItLeftBreaksI6()
    {
        var oks = _made.Lines.Select((line, at) => (line, at)).Where(entry => entry.line.Kind == LineKind.Ok).Select(entry => entry.at).ToArray();
        var (five, six) = (_made.Lines[oks[^2]], _made.Lines[oks[^1]]);
        _made.Lines[oks[^2]] = five with { Version = six.Version };
        _made.Lines[oks[^1]] = six with { Version = five.Version };
        Broken("I6");
    }

    [Fact]
    public void GapInWhatAViewerGetsBreaksI7()
    {
        _made.Lines.RemoveAt(_made.Lines.FindIndex(line => line.Kind == LineKind.Changed && line.Changes![0].Version == 5));
        Broken("I7");
    }

    [Fact]
    public void OtherBytesThanTheLogsBreakI7()
    {
        var at = _made.Lines.FindLastIndex(line => line.Kind == LineKind.Changed);
        _made.Lines[at] = _made.Lines[at] with { Changes = [new DeliveredChange(6, "0000000000000000")] };
        Broken("I7");
    }

    [Fact]
    public void TheSameOnceMoreIsNoFault()
    {
        _made.Deliver(5, 6);
        Assert.Empty(_made.Check());
    }

    [Fact]
    public void DeliveryBeforeTheAnswerOfOpenIsNoFault()
    {
        _made.Add(new HistoryLine { Kind = LineKind.Opening, Client = "guest", User = _made.Guest, List = _made.List });
        _made.Edit("Three");
        _made.Deliver(7);
        _made.Add(new HistoryLine { Kind = LineKind.Opened, Client = "guest", User = _made.Guest, List = _made.List, Version = 6 });
        Assert.Empty(_made.Check());
    }

    [Fact]
    public void ChangesForWhoStoodNowhereAndNotTheFirstOnesBreakI7()
    {
        var six = _made.Lines.Last(line => line.Kind == LineKind.Changed).Changes;
        _made.Add(new HistoryLine { Kind = LineKind.Opening, Client = "guest", User = _made.Guest, List = _made.List });
        _made.Edit("Three");
        _made.Deliver(7);
        _made.Add(new HistoryLine { Kind = LineKind.Opened, Client = "guest", User = _made.Guest, List = _made.List, Version = 6, Changes = six });
        Broken("I7");
    }

    [Fact]
    public void ReadBelowOnesOwnCommandBreaksI8()
    {
        _made.Read(5);
        Broken("I8");
    }

    [Fact]
    public void RefusalOfWhatWasAcceptedBeforeBreaksI8()
    {
        var op = Guid.NewGuid();
        _made.Invoke(op, new JsonObject { ["type"] = "editTask", ["taskId"] = _made.Task, ["title"] = "Three" });
        _made.Add(new HistoryLine { Kind = LineKind.Fail, Client = "owner", User = _made.Owner, List = _made.List, Op = op, Code = "taskNotFound" });
        Broken("I8");
    }

    [Fact]
    public void RefusalOfWhatNobodyHasAddedIsNoFault()
    {
        var op = Guid.NewGuid();
        _made.Invoke(op, new JsonObject { ["type"] = "editTask", ["taskId"] = Guid.NewGuid(), ["title"] = "Three" });
        _made.Add(new HistoryLine { Kind = LineKind.Fail, Client = "owner", User = _made.Owner, List = _made.List, Op = op, Code = "taskNotFound" });
        Assert.Empty(_made.Check());
    }

    [Fact]
    public void PictureThatIsNotTheLogsBreaksI9()
    {
        var wrong = JsonNode.Parse(_made.Picture().GetRawText())!;
        wrong["tasks"]![0]!["title"] = "Painted";
        var at = _made.Lines.FindLastIndex(line => line.Snapshot is not null);
        _made.Lines[at] = _made.Lines[at] with { Snapshot = System.Text.Json.JsonSerializer.SerializeToElement(wrong) };
        Broken("I9");
    }

    [Fact]
    public void PictureThatIsWrongOnlyAfterARestartBreaksI10()
    {
        _made.Add(new HistoryLine { Kind = LineKind.Nemesis, What = "begins" });
        _made.Read(6);
        var wrong = JsonNode.Parse(_made.Picture().GetRawText())!;
        wrong["tasks"]![0]!["title"] = "One";
        _made.Lines[^1] = _made.Lines[^1] with { Snapshot = System.Text.Json.JsonSerializer.SerializeToElement(wrong) };
        Broken("I10");
    }

    [Fact]
    public void DeliveryToSomebodyWhoWasRemovedBreaksI11()
    {
        var command = new JsonObject { ["type"] = "removeMember", ["userId"] = _made.Guest };
        _made.Execute(command, new JsonObject { ["type"] = "memberRemoved", ["userId"] = _made.Guest });
        Assert.DoesNotContain(_made.Check(), violation => violation.Invariant == "I11");
        _made.Deliver(7);
        Broken("I11");
    }

    [Fact]
    public void CommandOfAStrangerThatCountsBreaksI11()
    {
        _made.Log[5]["actorId"] = Guid.NewGuid();
        Broken("I11");
    }

    [Fact]
    public void ViewerThatStaysBehindBreaksI14()
    {
        _made.Lines.RemoveAt(_made.Lines.FindLastIndex(line => line.Kind == LineKind.Changed));
        Broken("I14");
    }

    [Fact]
    public void CommandThatIsNeverAnsweredBreaksI14()
    {
        _made.Invoke(Guid.NewGuid(), new JsonObject { ["type"] = "editTask", ["taskId"] = _made.Task, ["title"] = "Lost" });
        Broken("I14");
    }

    void Broken(string invariant)
    {
        var broken = _made.Check();
        Assert.True(broken.Any(violation => violation.Invariant == invariant), $"{invariant} was not seen, but {string.Join(", ", broken.Select(b => $"{b.Invariant}: {b.What}"))}");
    }
}
