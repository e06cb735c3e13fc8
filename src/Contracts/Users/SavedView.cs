namespace TaskList.Contracts.Users;

/// <summary>A way of looking at one list that its user gave a name: which view, filter and order.</summary>
/// <param name="Query">What stands after the `?` in the board's address; its words are the browser's.</param>
[GenerateSerializer, Immutable, Alias("SavedView")]
public sealed record SavedView(Guid ViewId, Guid ListId, string Name, string Query)
{
    /// <summary>Keeps names and search words out of logs.</summary>
    public override string ToString() => ViewId.ToString();
}
