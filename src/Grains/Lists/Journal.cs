namespace TaskList.Grains.Lists;

/// <summary>How to take back, step by step and last first, what was done to a state for a trial.</summary>
sealed class Journal
{
    readonly Stack<Action> _back = [];

    public void Note(Action takeBack) => _back.Push(takeBack);

    public void RollBack()
    {
        while (_back.TryPop(out var takeBack)) takeBack();
    }
}
