namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>A folder of the test's own, removed after it.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("globus-emulator-tests-");

    public string FullName => _folder.FullName;

    public string At(params ReadOnlySpan<string> names) => Path.Combine([FullName, .. names]);

    /// <summary>Writes a file with the folders above it.</summary>
    public string Write(string path, string text)
    {
        var file = At(path.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
