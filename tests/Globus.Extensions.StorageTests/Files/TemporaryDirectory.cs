namespace Globus.Extensions.StorageTests.Files;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("globus-storage-");

    public string this[string name] => Path.Combine(_directory.FullName, name);

    public string[] FileNames => [.. _directory.GetFiles().Select(static file => file.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => _directory.Delete(recursive: true);
}
