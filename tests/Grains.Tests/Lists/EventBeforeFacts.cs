using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>What history shows beside each event: what was there before, in the event's own field names.</summary>
public sealed class EventBeforeFacts
{
    static readonly Guid Editor = Guid.NewGuid();

    readonly Board _board = new();
    readonly Guid _first;
    readonly Guid _second;
    readonly Guid _a;
    readonly Guid _b;
    readonly Guid _id = Guid.NewGuid();

    public EventBeforeFacts()
    {
        (_first, _second) = (_board.AddSection(), _board.AddSection());
        (_a, _b) = (_board.AddTask(_first), _board.AddTask(_first));
        _board.Join(Editor, Role.Editor);
    }

    /// <summary>What the last change wrote over.</summary>
    JsonArray Before()
    {
        var seen = EventBefore.OfAll(_board.At(_board.State.Version - 1), _board.Log[^1]);
        Assert.Equal(_board.Log[^1].Events.Count, seen.Count);
        return [.. seen.Select(picture => picture is { } json ? JsonNode.Parse(json.Utf8.Span) : null)];
    }

    void Shows(object command, params string?[] before)
    {
        Assert.Null(_board.Do(command));
        Assert.Equal(before, Before().Select(picture => picture?.ToJsonString()));
    }

    [Fact]
    public void ListShowsItsOldNameKeyAndState()
    {
        _board.Do(new { type = "setListKey", key = "OLD" });
        Shows(new { type = "renameList", name = "New" }, """{"name":"List"}""");
        Shows(new { type = "setListKey", key = "NEW" }, """{"key":"OLD"}""");
        Shows(new { type = "setMemberRole", userId = Editor, role = "viewer" }, """{"role":"editor"}""");
        Shows(new { type = "removeMember", userId = Editor }, """{"role":"viewer"}""");
        Shows(new { type = "archiveList" }, """{"archivedAt":null}""");
        var archivedAt = _board.State.Content.ArchivedAt!.Value;
        Shows(new { type = "unarchiveList" }, $$"""{"archivedAt":"{{archivedAt:yyyy-MM-ddTHH:mm:ssZ}}"}""");
    }

    [Fact]
    public void SectionShowsWhatItSaidWhereItStoodAndWhatWasInIt()
    {
        Shows(new { type = "renameSection", sectionId = _first, name = "New" }, """{"name":"Section"}""");
        Shows(new { type = "setSectionLimit", sectionId = _first, limit = 4 }, """{"limit":null}""");
        Shows(new { type = "setSectionLimit", sectionId = _first, limit = (int?)null }, """{"limit":4}""");
        Shows(new { type = "moveSection", sectionId = _second, afterSectionId = (Guid?)null }, $$"""{"afterSectionId":"{{_first}}"}""");
        _board.Do(new { type = "setSectionLimit", sectionId = _first, limit = 9 });
        Assert.Null(_board.Do(new { type = "deleteSection", sectionId = _first }));
        var gone = Assert.Single(Before())!;
        Assert.Equal(("New", 9, _second), (gone["name"]!.GetValue<string>(), gone["limit"]!.GetValue<int>(), gone["afterSectionId"]!.GetValue<Guid>()));
        Assert.Equal([_a, _b], gone["tasks"]!.AsArray().Select(task => task!["taskId"]!.GetValue<Guid>()));
        Assert.Null(_board.UndoLast());
        Assert.All(Before(), Assert.Null);
    }

    [Fact]
    public void LabelShowsItsOldLookAndWhoWoreIt()
    {
        Shows(new { type = "defineLabel", labelId = _id, name = "bug", color = "red" }, [null]);
        Shows(new { type = "defineLabel", labelId = _id, name = "bugs", color = "blue" }, """{"name":"bug","color":"red"}""");
        Shows(new { type = "addLabel", taskId = _a, labelId = _id }, [null]);
        Shows(new { type = "removeLabel", taskId = _a, labelId = _id }, $$"""{"labelId":"{{_id}}"}""");
        _board.Do(new { type = "addLabel", taskId = _b, labelId = _id });
        Shows(new { type = "deleteLabel", labelId = _id }, $$"""{"name":"bugs","color":"blue","taskIds":["{{_b}}"]}""");
    }

    [Fact]
    public void EditShowsOnlyTheFieldsItWrote()
    {
        Shows(new { type = "editTask", taskId = _a, title = "New", priority = 2 }, """{"title":"Task","priority":null}""");
        Shows(
            new { type = "editTask", taskId = _a, description = "d", priority = (int?)null, startAt = "2026-01-02T00:00:00Z", dueAt = "2026-01-03T00:00:00Z", timeZone = "Europe/Moscow", recurrence = new { every = "day" } },
            """{"description":null,"priority":2,"startAt":null,"dueAt":null,"timeZone":null,"recurrence":null}""");
        Shows(new { type = "editTask", taskId = _a, title = "New", dueAt = (string?)null }, """{"dueAt":"2026-01-03T00:00:00Z"}""");
    }

    [Fact]
    public void TaskShowsWhereItStoodWhetherItWasDoneAndAllOfItWhenItGoes()
    {
        Shows(new { type = "moveTask", taskId = _b, sectionId = _second }, $$"""{"sectionId":"{{_first}}","afterTaskId":"{{_a}}"}""");
        Shows(new { type = "completeTask", taskId = _a }, """{"completedAt":null}""");
        var doneAt = _board.State.Task(_a)!.Content.CompletedAt!.Value;
        Shows(new { type = "reopenTask", taskId = _a }, $$"""{"completedAt":"{{doneAt:yyyy-MM-ddTHH:mm:ssZ}}"}""");
        Shows(new { type = "setParent", taskId = _a, parentTaskId = _b }, """{"parentTaskId":null}""");
        Shows(new { type = "setParent", taskId = _a, parentTaskId = (Guid?)null }, $$"""{"parentTaskId":"{{_b}}"}""");
        Assert.Null(_board.Do(new { type = "deleteTask", taskId = _b }));
        var gone = Assert.Single(Before())!;
        Assert.Equal((_second, null, "Task"), (gone["sectionId"]!.GetValue<Guid>(), gone["afterTaskId"], gone["task"]!["title"]!.GetValue<string>()));
        Shows(new { type = "restoreTask", taskId = _b }, [null]);
    }

    [Fact]
    public void PeopleStepsAndCommentsShowWhatTheyWere()
    {
        _board.Do(new { type = "assign", taskId = _a, userId = Editor });
        Shows(new { type = "unassign", taskId = _a, userId = Editor }, $$"""{"userId":"{{Editor}}"}""");
        _board.Do(new { type = "watchTask", taskId = _a });
        Shows(new { type = "unwatchTask", taskId = _a }, $$"""{"userId":"{{Board.Owner}}"}""");

        var other = Guid.NewGuid();
        foreach (var item in new[] { _id, other }) _board.Do(new { type = "addChecklistItem", taskId = _a, itemId = item, text = "step" });
        Shows(new { type = "editChecklistItem", taskId = _a, itemId = other, text = "new" }, """{"text":"step"}""");
        Shows(new { type = "checkChecklistItem", taskId = _a, itemId = other, @checked = true }, """{"checked":false}""");
        Shows(new { type = "moveChecklistItem", taskId = _a, itemId = other, afterItemId = (Guid?)null }, $$"""{"afterItemId":"{{_id}}"}""");
        Shows(new { type = "deleteChecklistItem", taskId = _a, itemId = other }, """{"text":"new","checked":true,"afterItemId":null}""");

        _board.Do(new { type = "addComment", taskId = _a, commentId = _id, text = "said", mentions = new[] { Editor } });
        Shows(new { type = "editComment", taskId = _a, commentId = _id, text = "meant" }, $$"""{"text":"said","mentions":["{{Editor}}"]}""");
        Assert.Null(_board.Do(new { type = "deleteComment", taskId = _a, commentId = _id }));
        Assert.Equal("meant", Assert.Single(Before())!["comment"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void EachEventOfAChangeIsSeenRightBeforeItself()
    {
        object[] commands = [new { type = "editTask", taskId = _a, title = "one" }, new { type = "editTask", taskId = _a, title = "two" }];
        Shows(new { type = "bulk", commands }, """{"title":"Task"}""", """{"title":"one"}""");
    }

    /// <summary>A new type of event that overwrites something must say what, or be named here.</summary>
    [Fact]
    public void OnlyWhatAddsShowsNothing()
    {
        string[] adds =
        [
            "ListCreated", "ListDeleted", "ListRestored", "MemberAdded", "SectionAdded", "SectionRestored", "LabelRestored", "TaskAdded", "TaskRestored", "Assigned", "TaskWatched",
            "LabelAdded", "ChecklistItemAdded", "CommentAdded", "CommentRestored", "Undone", "TaskTransferStarted", "TaskReceived", "TaskTransferCancelled",
        ];
        var (silent, shown) = (new HashSet<string>(), new HashSet<string>());
        var random = new Random(2);
        for (var history = 0; history < 5_000 && Missing().Any(); history++)
        {
            var board = Step.Play(Enumerable.Range(0, 80).Select(_ => Step.From(random)));
            var past = new ListState(board.State.ListId);
            foreach (var change in board.Log)
            {
                var pictures = EventBefore.OfAll(past, change);
                foreach (var (happened, picture) in change.Events.Zip(pictures)) (picture is null ? silent : shown).Add(happened.GetType().Name);
            }

            Assert.Equal(Encoding.UTF8.GetString(board.State.ToStored().ToBytes()), Encoding.UTF8.GetString(past.ToStored().ToBytes()));
        }

        // A label may be new or not.
        silent.Remove("LabelDefined");
        Assert.Empty(silent.Except(adds));
        Assert.Empty(shown.Intersect(adds));
        Assert.Empty(Missing());

        IEnumerable<string> Missing() => typeof(ListEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => known.DerivedType.Name).Except(silent).Except(shown);
    }
}
