using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>A task as one list offers it to another.</summary>
/// <param name="AfterTaskId">The anchor in the target; absent means last, null first.</param>
/// <param name="Labels">The task's labels as the source has them: the target knows labels by their names.</param>
public sealed record TransferOffer(
    Guid FromListId,
    Guid TransferId,
    Guid ToSectionId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<Guid?> AfterTaskId,
    TaskPicture Task,
    IReadOnlyList<LabelPicture> Labels);
