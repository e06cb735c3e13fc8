using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists.Import;

/// <summary>
/// From an export of our own to the commands that build the same list for the caller: nobody else is a member of it, so comments keep their authors' names as
/// text, and only the caller's own assignments come along. Numbers begin anew. Pure: no clock, no calls.
/// </summary>
sealed class OwnPlanner
{
    readonly OwnList _list;
    readonly Guid _callerId;
    readonly Dictionary<Guid, string?> _names;
    readonly ImportTally _tally = new();
    readonly ImportIds _ids;
    readonly ImportCommands _commands;

    OwnPlanner(ImportedFile file, Guid listId, Guid callerId)
    {
        _list = file.Snapshot!;
        _callerId = callerId;
        _names = file.People.DistinctBy(person => person.UserId).ToDictionary(person => person.UserId, person => person.DisplayName);
        _ids = new ImportIds(listId);
        _commands = new ImportCommands(_ids);
    }

    public static ImportPlan Plan(ImportedFile file, Guid listId, Guid callerId) => new OwnPlanner(file, listId, callerId).Plan();

    ImportPlan Plan()
    {
        if (_list.Key is { } key) _commands.Add("setListKey", "key", ("key", key));
        var labels = AddLabels();
        var tasks = _list.Tasks.DistinctBy(task => task.TaskId).ToDictionary(task => task.TaskId);
        var added = new HashSet<Guid>();
        foreach (var section in _list.Sections.DistinctBy(section => section.SectionId))
        {
            var own = section.TaskIds.Where(tasks.ContainsKey).Where(id => !added.Contains(id)).Distinct().Select(id => tasks[id]).ToList();
            if (!_tally.Fits(ImportKinds.Sections, _tally.Imported(ImportKinds.Sections), ListLimits.Sections))
            {
                _tally.Drop(ImportKinds.Tasks, DropReasons.LimitReached, own.Count);
                continue;
            }

            AddSection(section);
            foreach (var task in own.Where(_ => _tally.Fits(ImportKinds.Tasks, added.Count, ListLimits.Tasks)))
            {
                added.Add(task.TaskId);
                Add(task, section, labels);
            }
        }

        // Only now is every parent there.
        foreach (var task in _list.Tasks.Where(task => added.Contains(task.TaskId) && task.ParentTaskId is { } parent && added.Contains(parent)))
            _commands.Add("setParent", Source(task.TaskId), ("taskId", Task(task)), ("parentTaskId", _ids.Of("task", Source(task.ParentTaskId!.Value))));
        return new ImportPlan(_tally.Name(_list.Name, ListLimits.Name), _commands.All, _tally.Report());
    }

    HashSet<Guid> AddLabels()
    {
        var known = new HashSet<Guid>();
        foreach (var label in _list.Labels.DistinctBy(label => label.LabelId).Where(_ => _tally.Fits(ImportKinds.Labels, known.Count, ListLimits.Labels)))
        {
            known.Add(label.LabelId);
            var name = _tally.Cut(label.Name, ListLimits.Name);
            _commands.Add("defineLabel", Source(label.LabelId), ("labelId", _ids.Of("label", Source(label.LabelId))), ("name", name), ("color", label.Color));
        }

        return known;
    }

    void AddSection(OwnSection section)
    {
        var (source, sectionId) = (Source(section.SectionId), _ids.Of("section", Source(section.SectionId)));
        _commands.Add("addSection", source, ("sectionId", sectionId), ("name", _tally.Cut(section.Name, ListLimits.Name)));
        if (section.Limit is { } limit) _commands.Add("setSectionLimit", source, ("sectionId", sectionId), ("limit", limit));
    }

    void Add(OwnTask task, OwnSection section, HashSet<Guid> labels)
    {
        var (source, taskId) = (Source(task.TaskId), Task(task));
        _commands.Add(
            "addTask", source,
            ("taskId", taskId), ("sectionId", _ids.Of("section", Source(section.SectionId))), ("title", _tally.Cut(task.Title, ListLimits.Title)),
            ("description", task.Description is { } text ? _tally.Cut(text, ListLimits.Text) : null),
            ("priority", task.Priority), ("startAt", task.StartAt), ("dueAt", task.DueAt), ("timeZone", task.TimeZone));
        foreach (var labelId in task.LabelIds.Where(labels.Contains).Distinct())
            _commands.Add("addLabel", $"{source}/{labelId}", ("taskId", taskId), ("labelId", _ids.Of("label", Source(labelId))));
        if (task.AssigneeIds.Contains(_callerId)) _commands.Add("assign", source, ("taskId", taskId), ("userId", _callerId));
        _tally.Drop(ImportKinds.Assignments, DropReasons.NotSupported, task.AssigneeIds.Count(id => id != _callerId));
        AddChecklist(task, taskId);
        AddComments(task, taskId);
        if (task.CompletedAt is not null) _commands.Add("completeTask", source, ("taskId", taskId));

        // After it was completed: completing a task that recurs would make the next one.
        if (task.Recurrence is { } recurrence) _commands.Add("editTask", source, ("taskId", taskId), ("recurrence", recurrence));
    }

    void AddChecklist(OwnTask task, Guid taskId)
    {
        var count = 0;
        foreach (var item in task.Checklist.DistinctBy(item => item.ItemId).Where(_ => _tally.Fits(ImportKinds.ChecklistItems, count, ListLimits.ChecklistItems)))
        {
            count++;
            _commands.Add(
                "addChecklistItem", Source(item.ItemId),
                ("taskId", taskId), ("itemId", _ids.Of("checklistItem", Source(item.ItemId))), ("text", _tally.Cut(item.Text, ListLimits.Title)), ("checked", item.Checked));
        }
    }

    void AddComments(OwnTask task, Guid taskId)
    {
        var count = 0;
        foreach (var comment in task.Comments.DistinctBy(comment => comment.CommentId).Where(_ => _tally.Fits(ImportKinds.Comments, count, ListLimits.Comments)))
        {
            count++;
            var author = comment.ImportedAuthor ?? (comment.AuthorId is { } id ? _names.GetValueOrDefault(id) : null);
            _commands.Add(
                "addComment", Source(comment.CommentId),
                ("taskId", taskId), ("commentId", _ids.Of("comment", Source(comment.CommentId))), ("text", _tally.Cut(comment.Text, ListLimits.Text)),
                ("importedAuthor", _tally.Name(author, ListLimits.Name)), ("importedAt", comment.ImportedAt ?? comment.At));
        }
    }

    Guid Task(OwnTask task) => _ids.Of("task", Source(task.TaskId));

    static string Source(Guid id) => id.ToString();
}
