namespace TaskList.Grains.Users;

/// <param name="Name">Of a list that its owners deleted; kept for an owner, who may want it back.</param>
/// <param name="DeletedAt">Null when the user left, or is no owner.</param>
public sealed record LeftList(Guid ListId, long Version, string? Name = null, DateTime? DeletedAt = null);
