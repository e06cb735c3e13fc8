namespace TaskList.Grains.Users;

public sealed record LeftList(Guid ListId, long Version);
