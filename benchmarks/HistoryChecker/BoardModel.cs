using System.Text.Json;

namespace TaskList.HistoryChecker;

/// <summary>A list as a client would build it from changes alone. Knows the events that histories are made of; any other makes every picture differ, so that none passes unseen.</summary>
sealed class BoardModel
{
    readonly List<(Guid Id, string Name, List<Guid> Tasks)> _sections = [];
    readonly Dictionary<Guid, ModelTask> _tasks = [];
    readonly SortedDictionary<Guid, string> _members = [];
    string _name = "";
    string? _unknown;

    public void Apply(JsonElement events)
    {
        foreach (var happened in events.EnumerateArray()) ApplyOne(happened);
    }

    /// <summary>Where a picture says something else; null where it does not.</summary>
    public string? Difference(JsonElement picture)
    {
        if (_unknown is not null) return $"the checker does not know {_unknown}";
        if (picture.GetProperty("name").GetString() != _name) return "the list's name differs";
        var sections = picture.GetProperty("sections").EnumerateArray().Select(section =>
            (section.GetProperty("sectionId").GetGuid(), section.GetProperty("name").GetString(), Ids(section.GetProperty("taskIds"))));
        if (!sections.SequenceEqual(_sections.Select(section => (section.Id, (string?)section.Name, string.Join(' ', section.Tasks))))) return "sections or the order of tasks differ";
        var members = picture.GetProperty("members").EnumerateArray().Select(member => (member.GetProperty("userId").GetGuid(), member.GetProperty("role").GetString()));
        if (!members.Order().SequenceEqual(_members.Select(member => (member.Key, (string?)member.Value)).Order())) return "members differ";
        var tasks = picture.GetProperty("tasks").EnumerateArray().ToDictionary(task => task.GetProperty("taskId").GetGuid());
        if (!tasks.Keys.ToHashSet().SetEquals(_tasks.Keys)) return "tasks are missing or too many";
        foreach (var (id, task) in _tasks)
        {
            if (task.Difference(tasks[id]) is { } difference) return $"task {id}: {difference}";
        }

        return null;
    }

    static string Ids(JsonElement ids) => string.Join(' ', ids.EnumerateArray().Select(id => id.GetGuid()));

    void ApplyOne(JsonElement happened)
    {
        switch (happened.GetProperty("type").GetString())
        {
            case "listCreated":
                _name = Text("name");
                _members[Id("ownerId")] = "owner";
                break;
            case "listRenamed":
                _name = Text("name");
                break;
            case "memberAdded" or "memberRoleSet":
                _members[Id("userId")] = Text("role");
                break;
            case "memberRemoved":
                _members.Remove(Id("userId"));
                break;
            case "sectionAdded":
                _sections.Insert(Behind(_sections.Select(section => section.Id), "afterSectionId"), (Id("sectionId"), Text("name"), []));
                break;
            case "taskAdded":
                _tasks[Id("taskId")] = new ModelTask { Title = Text("title"), Description = Maybe("description") };
                Place();
                break;
            case "taskEdited":
                if (happened.TryGetProperty("title", out var title)) _tasks[Id("taskId")].Title = title.GetString()!;
                if (happened.TryGetProperty("description", out var description)) _tasks[Id("taskId")].Description = description.GetString();
                break;
            case "taskMoved":
                TakeOut();
                Place();
                break;
            case "taskCompleted" or "taskReopened":
                _tasks[Id("taskId")].Completed = Text("type") == "taskCompleted";
                break;
            case "taskDeleted":
                TakeOut();
                _tasks.Remove(Id("taskId"));
                break;
            case "commentAdded":
                _tasks[Id("taskId")].Comments.Add((Id("commentId"), Text("text")));
                break;
            case var other:
                _unknown = other;
                break;
        }

        Guid Id(string field) => happened.GetProperty(field).GetGuid();
        string Text(string field) => happened.GetProperty(field).GetString()!;
        string? Maybe(string field) => happened.TryGetProperty(field, out var value) ? value.GetString() : null;
        int Behind(IEnumerable<Guid> ids, string anchor) => happened.GetProperty(anchor).ValueKind == JsonValueKind.Null ? 0 : ids.ToList().IndexOf(Id(anchor)) + 1;
        void TakeOut() => _sections.ForEach(section => section.Tasks.Remove(Id("taskId")));

        void Place()
        {
            var section = _sections.First(section => section.Id == Id("sectionId"));
            section.Tasks.Insert(Behind(section.Tasks, "afterTaskId"), Id("taskId"));
        }
    }

    sealed class ModelTask
    {
        public required string Title { get; set; }

        public string? Description { get; set; }

        public bool Completed { get; set; }

        public List<(Guid Id, string Text)> Comments { get; } = [];

        public string? Difference(JsonElement picture)
        {
            if (picture.GetProperty("title").GetString() != Title) return "the title differs";
            if ((picture.TryGetProperty("description", out var description) ? description.GetString() : null) != Description) return "the description differs";
            if (picture.TryGetProperty("completedAt", out _) != Completed) return "done or not differs";
            var comments = picture.GetProperty("comments").EnumerateArray().Select(comment => (comment.GetProperty("commentId").GetGuid(), comment.GetProperty("text").GetString()!));
            return comments.SequenceEqual(Comments) ? null : "comments differ";
        }
    }
}
