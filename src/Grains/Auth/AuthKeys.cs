namespace TaskList.Grains.Auth;

/// <summary>The silo's own keys, 32 bytes each, one purpose each. They live in files outside the database, so a copy of the database alone tells no address.</summary>
/// <param name="Email">Encrypts e-mail addresses.</param>
/// <param name="EmailIndex">Turns an address into the key of its LoginGrain.</param>
/// <param name="Session">Makes refresh tokens.</param>
public sealed record AuthKeys(byte[] Email, byte[] EmailIndex, byte[] Session)
{
    public const int Bytes = 32;

    public override string ToString() => nameof(AuthKeys);
}
