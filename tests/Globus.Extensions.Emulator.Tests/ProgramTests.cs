using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;

namespace Globus.Extensions.Emulator.Tests;

public sealed class ProgramTests
{
    [Fact]
    public async Task The_program_serves_and_stops_cleanly_on_sigterm()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "SIGTERM is a Unix signal.");
        using var process = Start("--port", "0", "--json");
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var report = JsonElement.Parse(line!);
        var auth = report.GetProperty("auth_url").GetString()!;
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(auth + ".well-known/openid-configuration"), TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        report.GetProperty("environment").GetProperty("GLOBUS_SDK_SERVICE_URL_AUTH").GetString().ShouldBe(auth);
        report.GetProperty("clients").EnumerateArray()
            .ShouldContain(client => client.GetProperty("id").GetString() == TestClients.Service && client.GetProperty("secret").GetString() == TestClients.ServiceSecret);
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_program_prints_lines_for_a_shell()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "SIGTERM is a Unix signal.");
        using var process = Start("--port", "0");
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "Groups:")
        {
            lines.Add(line);
        }

        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        lines.Count(line => line.StartsWith("export GLOBUS_SDK_SERVICE_URL_", StringComparison.Ordinal) && line.EndsWith('/')).ShouldBe(3);
        lines.ShouldContain(line => line.Contains(TestClients.Ada));
        lines.ShouldContain(line => line.Contains(TestClients.ServiceSecret));
    }

    [Theory]
    [InlineData("--unknown")]
    [InlineData("--port")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--seed")]
    [InlineData("--faults")]
    [InlineData("--state")]
    [InlineData("--state", "")]
    [InlineData("--fresh")]
    [InlineData("--collection")]
    [InlineData("--collection", "Lab")]
    [InlineData("--collection", "Lab=")]
    [InlineData("--collection", "=./data")]
    [InlineData("--bandwidth")]
    [InlineData("--bandwidth", "0")]
    [InlineData("--bandwidth", "fast")]
    [InlineData("--latency")]
    [InlineData("--latency", "-1")]
    [InlineData("--latency", "3600001")]
    public async Task Wrong_arguments_are_explained(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exitCode = await Internal.CommandLine.EmulatorProgram.RunAsync(args, output, errors);

        exitCode.ShouldBe(2);
        errors.ToString().ShouldContain("Usage:");
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_is_printed_on_request()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exitCode = await Internal.CommandLine.EmulatorProgram.RunAsync(["--help"], output, errors);

        exitCode.ShouldBe(0);
        output.ToString().ShouldContain("--seed FILE");
    }

    [Fact]
    public async Task A_missing_seed_file_is_an_error()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exitCode = await Internal.CommandLine.EmulatorProgram.RunAsync(["--seed", "/no/such/seed.json"], output, errors);

        exitCode.ShouldBe(1);
        errors.ToString().ShouldContain("/no/such/seed.json");
    }

    [Fact]
    public async Task A_state_file_that_is_none_is_an_error()
    {
        using var folder = new TestFolder();
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exitCode = await Internal.CommandLine.EmulatorProgram.RunAsync(["--state", folder.Write("state.json", "{}")], output, errors);

        exitCode.ShouldBe(1);
        errors.ToString().ShouldContain(folder.At("state.json"));
    }

    [Fact]
    public async Task A_missing_folder_of_a_collection_is_an_error()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exitCode = await Internal.CommandLine.EmulatorProgram.RunAsync(["--collection", "Lab=/no/such/folder"], output, errors);

        exitCode.ShouldBe(1);
        errors.ToString().ShouldContain("/no/such/folder");
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(GlobusEmulator).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }
}
