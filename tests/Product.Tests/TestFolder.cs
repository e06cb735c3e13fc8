namespace TaskList.Product.Tests;

/// <summary>A folder that is gone after the test. Declared before what writes into it, so that it is disposed after it.</summary>
sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tasklist-product-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
