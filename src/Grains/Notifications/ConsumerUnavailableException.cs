namespace TaskList.Grains.Notifications;

/// <summary>What the consumer hands to is gone as a whole. No change is at fault, so none is parked for it.</summary>
sealed class ConsumerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
