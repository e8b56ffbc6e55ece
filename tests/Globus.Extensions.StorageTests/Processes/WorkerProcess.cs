using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Globus.Extensions.StorageTests.Processes;

/// <summary>A real process that a test drives line by line. Whatever is waited for has a deadline.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private WorkerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync(CancellationToken);
    }

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>0 if it ended as it should, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a process, and waits until it is up and waits for the word to begin.</summary>
    public static async Task<WorkerProcess> StartAsync(params string[] arguments)
    {
        // The runtime of this process, wherever it stands.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "Globus.Extensions.StorageWorker.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var worker = new WorkerProcess(Process.Start(start)!);
        (await worker.ReadLineAsync()).ShouldBe("ready", await worker.ErrorsIfEndedAsync());
        return worker;
    }

    /// <summary>Gives the word to begin.</summary>
    public void Go()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
    }

    /// <summary>The next thing that it says; <see langword="null"/> when it has ended.</summary>
    public async Task<string?> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(CancellationToken).AsTask().WaitAsync(Deadline, CancellationToken);

    /// <summary>Ends it as <c>kill -9</c> does, and waits until it is gone.</summary>
    /// <returns>What it had still said.</returns>
    public async Task<string[]> KillAsync()
    {
        _process.Kill();
        return await EndAsync();
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>What it had still said.</returns>
    public async Task<string[]> EndAsync()
    {
        var rest = await _process.StandardOutput.ReadToEndAsync(CancellationToken).WaitAsync(Deadline, CancellationToken);
        await _process.WaitForExitAsync(CancellationToken).WaitAsync(Deadline, CancellationToken);
        return rest.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>What it complained of, once it has ended.</summary>
    public async Task<string> ErrorsIfEndedAsync() => _process.HasExited ? await _errors : "";

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
