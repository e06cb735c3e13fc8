namespace TaskList.Launcher;

/// <summary>A process of a run, told so exactly that somebody else can end it and start it again.</summary>
/// <param name="Name">For example gateway-1.</param>
/// <param name="Role">silo, gateway, standalone, garnet or postgres.</param>
/// <param name="Pid">Process id.</param>
/// <param name="StartedAt">When the system says it started; a pid alone may be somebody else's later.</param>
/// <param name="Port">HTTP port on 127.0.0.1, where it has one.</param>
/// <param name="HealthUrl">Answers 200 when it is ready.</param>
/// <param name="Command">Program.</param>
/// <param name="Args">Its arguments.</param>
/// <param name="Env">Variables beside the launcher's own.</param>
/// <param name="Log">File with its output.</param>
sealed record ProcessEntry(
    string Name,
    string Role,
    int Pid,
    DateTimeOffset StartedAt,
    int? Port = null,
    string? HealthUrl = null,
    string? Command = null,
    IReadOnlyList<string>? Args = null,
    IReadOnlyDictionary<string, string?>? Env = null,
    string? Log = null);
