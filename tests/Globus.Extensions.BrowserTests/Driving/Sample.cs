using System.Diagnostics;
using Globus.Extensions.Emulator;

namespace Globus.Extensions.BrowserTests.Driving;

/// <summary>A person's computer with the sample on it: a home folder, and a default browser.</summary>
internal sealed class Sample : IDisposable
{
    private static readonly string[] RemoteVariables = ["SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"];

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("globus-login-");
    private readonly GlobusEmulator _emulator;

    public Sample(GlobusEmulator emulator)
    {
        _emulator = emulator;
        Browser = new DefaultBrowser(_home.FullName);
    }

    public DefaultBrowser Browser { get; }

    /// <summary>Starts a command; it runs until it has ended by itself, or the test ends.</summary>
    public SampleRun Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Sample, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in RemoteVariables)
        {
            start.Environment.Remove(variable);
        }

        start.Environment["HOME"] = _home.FullName;
        start.Environment["BROWSER"] = Browser.Command;
        start.Environment["GLOBUS_SDK_SERVICE_URL_AUTH"] = _emulator.AuthUrl.AbsoluteUri;
        start.Environment["GLOBUS_SDK_SERVICE_URL_GROUPS"] = _emulator.GroupsUrl.AbsoluteUri;
        start.Environment["GLOBUS_SDK_SERVICE_URL_TRANSFER"] = _emulator.TransferUrl.AbsoluteUri;
        return new SampleRun(Process.Start(start)!);
    }

    /// <summary>Runs a command to its end, which has to be a good one.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var run = Start(arguments);
        var ended = await run.WaitAsync();
        ended.ExitCode.ShouldBe(0, ended.Errors);
        return ended.Output;
    }

    public void Dispose()
    {
        Browser.Dispose();
        _home.Delete(recursive: true);
    }
}
