using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>The program as a process of its own, which can be killed as a crash would.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private EmulatorProcess(Process process, Uri root)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = root };
    }

    public static async Task<EmulatorProcess> StartAsync(params IEnumerable<string> args)
    {
        var process = Start(args);
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new EmulatorProcess(process, new Uri(new Uri(JsonElement.Parse(line.ShouldNotBeNull("The program has ended at once.")).GetProperty("auth_url").GetString()!), "/"));
    }

    /// <summary>A process that is expected to end by itself, with what it says about that.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(params IEnumerable<string> args)
    {
        using var process = Start(args);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, errors);
    }

    public async Task<string> ServiceTokenAsync(string scope)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "auth/v2/oauth2/token")
        {
            Content = EmulatorDriver.Form(("grant_type", "client_credentials"), ("scope", scope)),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Service}:{ServiceSecret}")));
        return (await SendAsync(request))["access_token"];
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string token, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await SendAsync(request);
    }

    /// <summary>Ends it at once, without a word to it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private static Process Start(IEnumerable<string> args) => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(GlobusEmulator).Assembly.Location, "--json", .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }
}
