using Npgsql;

namespace TaskList.Grains.Lists;

/// <summary>
/// A commit came with a warning. Postgres does that when somebody cancels the wait for a synchronous standby: the rows are in this server, and perhaps
/// nowhere else. An append gives no other warning.
/// </summary>
sealed class UnconfirmedCommitException(string sqlState) : Exception($"The commit was answered with the warning {sqlState}.")
{
    /// <summary>Listens from now on; the returned check throws when there was a warning.</summary>
    public static Action Watch(NpgsqlConnection connection)
    {
        string? warning = null;
        connection.Notice += (_, told) =>
        {
            if (told.Notice.InvariantSeverity == "WARNING") warning = told.Notice.SqlState;
        };
        return () =>
        {
            if (warning is not null) throw new UnconfirmedCommitException(warning);
        };
    }
}
