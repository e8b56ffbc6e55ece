using System.ComponentModel;
using System.Diagnostics;
using Globus.Extensions.Configuration.Internal;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>Opens the browser of the system, without a shell in between.</summary>
internal sealed class SystemBrowserLauncher : IBrowserLauncher
{
    // So long a program that cannot open anything has to say so. One that goes on running is the browser itself.
    private static readonly TimeSpan FailureTime = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _timeProvider;
    private readonly BrowserSearch _search;

    public SystemBrowserLauncher(TimeProvider timeProvider)
        : this(timeProvider, new BrowserSearch(new ProcessEnvironmentVariables(), BrowserPlatform.Current))
    {
    }

    public SystemBrowserLauncher(TimeProvider timeProvider, BrowserSearch search)
    {
        _timeProvider = timeProvider;
        _search = search;
    }

    public string? UnavailableReason => RemoteSession ?? _search.Run().Obstacle;

    /// <summary>Why no browser would reach this machine, or <see langword="null"/>.</summary>
    public string? RemoteSession => _search.FindRemoteSession();

    public async Task LaunchAsync(Uri address, CancellationToken cancellationToken = default)
    {
        ThrowIfUnsafe(address);
        var (commands, obstacle) = _search.Run();
        string? failure = null;
        foreach (var command in commands)
        {
            cancellationToken.ThrowIfCancellationRequested();
            failure = await TryLaunchAsync(command.Name, command.For(address), cancellationToken).ConfigureAwait(false);
            if (failure is null)
            {
                return;
            }
        }

        throw new LocalServerEnvironmentException(obstacle ?? failure ?? "no program was found that opens a browser");
    }

    // The system does with other schemes whatever a program has registered for them.
    private static void ThrowIfUnsafe(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || !ServiceUrl.IsSafe(address))
        {
            throw new ArgumentException("A browser is opened on https addresses only, or on http ones of this machine.", nameof(address));
        }
    }

    private async Task<string?> TryLaunchAsync(string name, ProcessStartInfo start, CancellationToken cancellationToken)
    {
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return $"{name} could not be started ({exception.Message})";
        }

        // Without a process, the system has handed the address to a browser that runs already.
        if (process is null || start.UseShellExecute)
        {
            process?.Dispose();
            return null;
        }

        // What a browser says is not for the person's terminal, nor is what they type there for the browser.
        process.StandardInput.Close();
        var ended = EndAsync(process);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(ended, Task.Delay(FailureTime, _timeProvider, waiting.Token)).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return first == ended && await ended.ConfigureAwait(false) is not 0 and var code ? $"{name} ended with {code}" : null;
    }

    /// <summary>Reads away what the program says, as long as it runs, and gives its exit code.</summary>
    private static async Task<int> EndAsync(Process process)
    {
        using (process)
        {
            try
            {
                await Task.WhenAll(
                    process.StandardOutput.BaseStream.CopyToAsync(Stream.Null),
                    process.StandardError.BaseStream.CopyToAsync(Stream.Null),
                    process.WaitForExitAsync()).ConfigureAwait(false);
                return process.ExitCode;
            }
            catch (IOException)
            {
                return process.HasExited ? process.ExitCode : 0;
            }
        }
    }
}
