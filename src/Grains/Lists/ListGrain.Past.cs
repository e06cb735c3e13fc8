using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListGrain
{
    public Task<Result<HistoryAnswer>> History(Guid actorId, HistoryRequest request) => AsMember<HistoryAnswer>(
        actorId, null, async () => new HistoryAnswer(await new ListHistory(log, past).Page(ListId, _list.Durable, request)));

    public Task<Result<SnapshotAnswer>> SnapshotAt(Guid actorId, PastPoint point, ListTag? known) => AsMember<SnapshotAnswer>(actorId, point.Version, async () =>
    {
        var (historyId, head) = (_list.HistoryId, _list.Durable);
        var version = point.Version ?? await replica.Look(p => p.VersionAt(ListId, point.Time ?? DateTime.MaxValue, head), past);
        if (version < 1 || version > head) return new Refusal(Codes.VersionNotFound);
        if (known is not null && known.HistoryId == historyId && known.Version == version) return new SnapshotAnswer(historyId, version, null);

        var state = await replica.Look(p => p.At(ListId, version), past);
        return new SnapshotAnswer(historyId, version, new RawJson(ListJson.Write(state.ToSnapshot(historyId))));
    });
}
