using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>One comment on a task. Immutable.</summary>
sealed record Comment(Guid CommentId, Guid? AuthorId, DateTime At, string Text)
{
    public DateTime? EditedAt { get; init; }

    public Guid[] Mentions { get; init; } = [];

    public string? ImportedAuthor { get; init; }

    public DateTime? ImportedAt { get; init; }

    public FieldStamps Stamps { get; init; } = FieldStamps.None;

    public CommentPicture ToPicture() => new(
        CommentId, AuthorId, At, Text, EditedAt, Mentions.Length > 0 ? Mentions : null, ImportedAuthor, ImportedAt);

    public static Comment From(CommentPicture picture) => new(picture.CommentId, picture.AuthorId, picture.At, picture.Text)
    {
        EditedAt = picture.EditedAt,
        Mentions = [.. picture.Mentions ?? []],
        ImportedAuthor = picture.ImportedAuthor,
        ImportedAt = picture.ImportedAt,
    };
}
