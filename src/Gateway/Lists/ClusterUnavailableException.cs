namespace TaskList.Gateway.Lists;

/// <summary>The cluster did not answer in time. Whatever was asked may have happened.</summary>
sealed class ClusterUnavailableException(Exception inner) : Exception("The cluster did not answer in time.", inner);
