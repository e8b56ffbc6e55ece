namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>A state file of the test's own, and emulators that are started with it one after the other.</summary>
internal sealed class StateStage : IDisposable
{
    public TestFolder Folder { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public string File => Folder.At("state.json");

    /// <summary>What the emulator has said about saving.</summary>
    public List<string> Problems { get; } = [];

    public Task<EmulatorDriver> StartAsync(Action<GlobusEmulatorOptions>? configure = null)
    {
        var options = new GlobusEmulatorOptions { StateFile = File, TimeProvider = Time, OnStateProblem = Problems.Add };
        configure?.Invoke(options);
        return EmulatorDriver.StartAsync(options);
    }

    public void Dispose() => Folder.Dispose();
}
