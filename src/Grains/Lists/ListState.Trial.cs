using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListState
{
    Journal? _journal;

    /// <summary>
    /// Lets a decision that is made of many see its own earlier events: they are applied to this state one by one, and all of it is taken back at the end, whatever was decided.
    /// So nothing is copied, and a refusal leaves no trace.
    /// </summary>
    public Decision Try(Guid actorId, DateTime at, Func<Trial, Decision> decide)
    {
        if (_journal is not null) throw new InvalidOperationException("A trial within a trial.");
        var (sections, tasks, number) = (SectionCount, TaskCount, LastNumber);
        _journal = new Journal();
        try
        {
            return decide(new Trial(this, new ListChange(ListId, Version + 1, Guid.Empty, actorId, at, [])));
        }
        finally
        {
            _journal.RollBack();
            _journal = null;
            (SectionCount, TaskCount, LastNumber) = (sections, tasks, number);
        }
    }

    public sealed class Trial(ListState state, ListChange change)
    {
        readonly List<ListEvent> _events = [];

        public IReadOnlyList<ListEvent> Events => _events;

        public void Do(ListEvent happened)
        {
            state.Apply(happened, change);
            _events.Add(happened);
        }
    }

    void Set(ListContent content)
    {
        if (_journal is not null)
        {
            var was = Content;
            _journal.Note(() => Content = was);
        }

        Content = content;
    }

    void Set(Section section, SectionContent content)
    {
        if (_journal is not null)
        {
            var (of, was) = (section, section.Content);
            _journal.Note(() => of.Content = was);
        }

        section.Content = content;
    }

    void Set(TaskItem task, TaskContent content)
    {
        if (_journal is not null)
        {
            var (of, was) = (task, task.Content);
            _journal.Note(() => of.Content = was);
        }

        task.Content = content;
    }

    void Set(Label label)
    {
        if (_journal is not null)
        {
            var (id, was) = (label.LabelId, _labels.GetValueOrDefault(label.LabelId));
            _journal.Note(() =>
            {
                if (was is null) _labels.Remove(id);
                else _labels[id] = was;
            });
        }

        _labels[label.LabelId] = label;
    }

    void RemoveLabel(Guid labelId)
    {
        var at = _labels.IndexOf(labelId);
        if (_journal is not null)
        {
            var (where, was) = (at, _labels.GetAt(at).Value);
            _journal.Note(() => _labels.Insert(where, was.LabelId, was));
        }

        _labels.RemoveAt(at);
    }

    void Add(Section section)
    {
        _sections.Add(section.SectionId, section);
        _journal?.Note(() => _sections.Remove(section.SectionId));
    }

    void Add(TaskItem task)
    {
        _tasks.Add(task.TaskId, task);
        _journal?.Note(() => _tasks.Remove(task.TaskId));
    }

    /// <summary>The list's own number of tasks; those of a deleted section do not count.</summary>
    void Count(Section section, int more)
    {
        if (!section.Deleted) TaskCount += more;
    }
}
