using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TaskList.Grains.Search;

/// <summary>Where a page ended: the last row's place in the order. Clients hand it back as they got it.</summary>
static class PageMark
{
    public static string Of(string place, Guid taskId, Guid listId) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{place} {taskId:n} {listId:n}"));

    public static string OfRank(float rank) => rank.ToString("R", CultureInfo.InvariantCulture);

    public static string OfTime(DateTime? time) => time is { } at ? at.Ticks.ToString(CultureInfo.InvariantCulture) : "-";

    /// <summary>False for anything that was not made here.</summary>
    public static bool TryReadRank(string mark, out (float Rank, Guid TaskId, Guid ListId) place)
    {
        var read = TryRead(mark, out var first, out var taskId, out var listId);
        var isNumber = float.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out var rank) && float.IsFinite(rank);
        place = (rank, taskId, listId);
        return read && isNumber;
    }

    /// <inheritdoc cref="TryReadRank"/>
    public static bool TryReadTime(string mark, out (DateTime? At, Guid TaskId, Guid ListId) place)
    {
        var read = TryRead(mark, out var first, out var taskId, out var listId);
        var isTime = long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks;
        place = (isTime ? new DateTime(ticks, DateTimeKind.Utc) : null, taskId, listId);
        return read && (isTime || first == "-");
    }

    static bool TryRead(string mark, out string first, out Guid taskId, out Guid listId)
    {
        (first, taskId, listId) = ("", default, default);
        if (mark.Length > 200 || !Base64Url.IsValid(mark)) return false;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(mark)).Split(' ');
        if (parts.Length != 3) return false;
        first = parts[0];
        return Guid.TryParseExact(parts[1], "N", out taskId) && Guid.TryParseExact(parts[2], "N", out listId);
    }
}
