namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>A state file of the test's own, and emulators that are started with it one after the other.</summary>
internal sealed class StateStage : IDisposable
{
    public TestFolder Folder { get; } = new();

    public ManualTimeProvider Time { get; private init; } = new();

    public string File => Folder.At("state.json");

    /// <summary>What the emulator has said about saving.</summary>
    public List<string> Problems { get; } = [];

    public Task<EmulatorDriver> StartAsync(Action<GlobusEmulatorOptions>? configure = null)
    {
        var options = new GlobusEmulatorOptions { StateFile = File, TimeProvider = Time, OnStateProblem = Problems.Add };
        configure?.Invoke(options);
        return EmulatorDriver.StartAsync(options);
    }

    /// <summary>What a crash in this moment would leave, for another emulator; the one that is running goes on with its own.</summary>
    public StateStage Crash()
    {
        var after = new StateStage { Time = Time };
        foreach (var file in Directory.EnumerateFiles(Folder.FullName, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(static file => Path.GetFileName(file) != ".lock"))
        {
            var copy = Path.Combine(after.Folder.FullName, Path.GetRelativePath(Folder.FullName, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        return after;
    }

    public void Dispose() => Folder.Dispose();
}
