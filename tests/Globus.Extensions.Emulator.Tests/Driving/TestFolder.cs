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

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException) when (OperatingSystem.IsLinux())
        {
            // There are names in it that are no text, with which .NET cannot deal.
            using var process = System.Diagnostics.Process.Start("rm", ["-rf", FullName]);
            process.WaitForExit();
        }
    }
}
