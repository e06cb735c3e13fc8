namespace TaskList.Gateway.Lists;

/// <summary>Says that silos came or went. The Orleans client reports it to a handler that is made before any service is.</summary>
sealed class ClusterChanges
{
    public event Action? Happened;

    public void Raise() => Happened?.Invoke();
}
