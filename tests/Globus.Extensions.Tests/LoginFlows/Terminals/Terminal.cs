using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Globus.Extensions.Emulator;

namespace Globus.Extensions.Tests.LoginFlows.Terminals;

/// <summary>The login worker at a pseudo-terminal of its own, which the program <c>script</c> makes, with the test at the keyboard.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _screen = new();
    private int _read;

    private Terminal(Process process) => _process = process;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Starts the worker.</summary>
    /// <param name="emulator">The Globus that it works with.</param>
    /// <param name="flow">The login flow.</param>
    /// <param name="input">Where its input comes from instead of the terminal, as a shell has it.</param>
    public static Terminal Start(GlobusEmulator emulator, string flow, string input = "")
    {
        const string Script = "/usr/bin/script";
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Script), "The program 'script' of util-linux, which makes pseudo-terminals, is not here.");
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", "dotnet"));
        var worker = Path.Combine(AppContext.BaseDirectory, "Globus.Extensions.LoginWorker.dll");
        var start = new ProcessStartInfo(Script)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["SHELL"] = "/bin/sh", ["TERM"] = "dumb" },
        };
        foreach (var variable in (string[])["DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME", "WSL_INTEROP"])
        {
            start.Environment.Remove(variable);
        }

        foreach (var argument in (string[])["-q", "-e", "-f", "-c", $"exec '{dotnet}' '{worker}' {flow} {emulator.Seed.Clients[0].Id} {emulator.AuthUrl}{input}", "/dev/null"])
        {
            start.ArgumentList.Add(argument);
        }

        return new Terminal(Process.Start(start)!);
    }

    /// <summary>Reads on until the screen shows a text, and gives what was read, that text included.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
        deadline.CancelAfter(Deadline);
        var buffer = new char[1024];
        while (true)
        {
            var found = _screen.ToString(_read, _screen.Length - _read).IndexOf(text, StringComparison.Ordinal);
            if (found >= 0)
            {
                var end = _read + found + text.Length;
                var read = _screen.ToString(_read, end - _read);
                _read = end;
                return read;
            }

            var count = await _process.StandardOutput.ReadAsync(buffer, deadline.Token);
            count.ShouldBeGreaterThan(0, $"The terminal was closed before it showed '{text}': {_screen}");
            _screen.Append(buffer, 0, count);
        }
    }

    /// <summary>The line that begins with a text which was read already.</summary>
    public async Task<string> ReadLineAsync() => (await ReadUntilAsync("\n")).Trim();

    public async Task TypeAsync(string keys)
    {
        await _process.StandardInput.WriteAsync(keys.AsMemory(), CancellationToken);
        await _process.StandardInput.FlushAsync(CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
