namespace TaskList.Grains.Webhooks;

/// <summary>A name led only to addresses that webhooks may not reach.</summary>
sealed class AddressNotAllowedException() : Exception("None of the addresses may be reached.");
