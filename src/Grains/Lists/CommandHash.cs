using System.Security.Cryptography;
using System.Text.Json;

namespace TaskList.Grains.Lists;

/// <summary>What a command says, as 32 bytes: SHA-256 over the actor and the command's members in name order, without <c>baseVersion</c>. Spacing, member order and escapes do not count.</summary>
static class CommandHash
{
    /// <summary>A writer that has grown beyond this for a large command is not kept.</summary>
    const int KeptBytes = 16 << 10;

    [ThreadStatic]
    static CanonicalJson? _kept;

    public static byte[] Of(Guid actorId, JsonElement command)
    {
        var canonical = _kept ?? new CanonicalJson();
        _kept = null;
        canonical.Write(actorId);
        canonical.Write(command, isCommand: true);
        var hash = SHA256.HashData(canonical.Written);
        canonical.Clear();
        if (canonical.Capacity <= KeptBytes) _kept = canonical;
        return hash;
    }

    /// <summary>For commands that only the system issues.</summary>
    public static byte[] Of(Guid actorId, object command) => Of(actorId, JsonSerializer.SerializeToElement(command));
}
