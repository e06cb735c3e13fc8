namespace TaskList.LocalServices;

/// <summary>A local service cannot be had. The message is one line meant for whoever started the command.</summary>
public sealed class LocalServiceException(string message, Exception? inner = null) : Exception(message, inner);
