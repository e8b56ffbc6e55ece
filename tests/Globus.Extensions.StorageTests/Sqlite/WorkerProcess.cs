using System.Diagnostics;

namespace Globus.Extensions.StorageTests.Sqlite;

/// <summary>One process of a test, which says what it does line by line.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // Long enough for a machine under load; a process that hangs fails the test by it.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WorkerProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo
        {
            FileName = "dotnet",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(SqliteWorker.Marker).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var worker = new WorkerProcess(Process.Start(start)!);
        return await worker.ReadLineAsync() == "ready"
            ? worker
            : throw new InvalidOperationException($"The process ended: {await worker._process.StandardError.ReadToEndAsync(Cancellation)}");
    }

    /// <summary>Lets it begin.</summary>
    public async Task GoAsync()
    {
        await _process.StandardInput.WriteLineAsync("go".AsMemory(), Cancellation);
        await _process.StandardInput.FlushAsync(Cancellation);
    }

    /// <summary>The next line that it says; <see langword="null"/> when it has ended.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync(Cancellation).AsTask().WaitAsync(Deadline, TimeProvider.System, Cancellation);

    /// <summary>Ends it at once, without a chance to tidy up.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for its end, and for what else it said.</summary>
    public async Task<(int ExitCode, string[] Lines, string Error)> FinishAsync()
    {
        var error = _process.StandardError.ReadToEndAsync(Cancellation);
        var lines = await _process.StandardOutput.ReadToEndAsync(Cancellation).WaitAsync(Deadline, TimeProvider.System, Cancellation);
        await _process.WaitForExitAsync(Cancellation).WaitAsync(Deadline, TimeProvider.System, Cancellation);
        return (_process.ExitCode, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries), await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
