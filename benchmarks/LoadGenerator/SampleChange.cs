using System.Text;

namespace TaskList.LoadGenerator;

/// <summary>A change of the size and shape that an edited title has in the product's log.</summary>
static class SampleChange
{
    static readonly Guid Actor = Guid.NewGuid();
    static readonly Guid Task = Guid.NewGuid();

    public static byte[] Of(Guid listId, long version, string commandId, long number) => Encoding.UTF8.GetBytes($$"""
        {"listId":"{{listId}}","version":{{version}},"commandId":"{{commandId}}","actorId":"{{Actor}}","at":"2026-01-01T00:00:00.000Z","events":[{"type":"taskEdited","taskId":"{{Task}}","title":"Edit {{number:d10}} of what has to be done"}]}
        """);
}
