namespace TaskList.Gateway.Safety;

/// <summary>Marks an endpoint that takes from <see cref="WriteBudget"/> itself: <c>.WithMetadata(new SpendsWriteBudget())</c>.</summary>
sealed class SpendsWriteBudget;
