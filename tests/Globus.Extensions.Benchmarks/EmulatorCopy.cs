using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Globus.Extensions.Emulator;

namespace Globus.Extensions.Benchmarks;

/// <summary>
/// A load program: ten thousand small files between two collections of the emulator by plain HTTP, from the submission to the end of the
/// task, beside <c>cp -r</c> of the same folder in turn.
/// </summary>
internal static class EmulatorCopy
{
    private const int Count = 10_000;
    private const int Folders = 100;
    private const int Rounds = 5;
    private const string Scope = "urn:globus:auth:scope:transfer.api.globus.org:all";

    public static async Task<int> RunAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.Error.WriteLine("There is no cp -r on Windows to compare with.");
            return 1;
        }

        var root = Directory.CreateTempSubdirectory("globus-emulator-copy-");
        try
        {
            Fill(root.CreateSubdirectory("source"));
            var options = new GlobusEmulatorOptions();
            options.Collections.Add(new() { DisplayName = "Source", Folder = Path.Combine(root.FullName, "source") });
            options.Collections.Add(new() { DisplayName = "Destination", Folder = root.CreateSubdirectory("destination").FullName });
            await using var emulator = await GlobusEmulator.StartAsync(options);
            using var http = await LogInAsync(emulator);

            // The compiler and the disk's cache come before the measurement.
            await CopyAsync(http, options, root, "warm");
            await CpAsync(root, "warm-cp");
            var (emulated, cp) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                emulated = Min(emulated, await CopyAsync(http, options, root, $"e{round}"));
                cp = Min(cp, await CpAsync(root, $"c{round}"));
            }

            Console.WriteLine($"{Count:N0} files in {Folders} folders, the best of {Rounds} rounds");
            Console.WriteLine($"emulator  {Text(emulated)}");
            Console.WriteLine($"cp -r     {Text(cp)}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the emulator at {cp / emulated:F2} of the speed of cp -r"));
            return 0;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static void Fill(DirectoryInfo source)
    {
        for (var folder = 0; folder < Folders; folder++)
        {
            var below = source.CreateSubdirectory($"folder{folder}").FullName;
            for (var file = 0; file < Count / Folders; file++)
            {
                File.WriteAllText(Path.Combine(below, $"file{file}.txt"), $"This is file {file} of folder {folder}.\n");
            }
        }
    }

    private static async Task<HttpClient> LogInAsync(GlobusEmulator emulator)
    {
        var service = emulator.Seed.Clients.First(static client => client.Secret is not null);
        using var login = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = Scope,
        });
        login.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{service.Id}:{service.Secret}")));
        using var answer = await login.PostAsync(new Uri(emulator.AuthUrl, "v2/oauth2/token"), form);
        var token = (await ReadAsync(answer)).GetProperty("access_token").GetString();
        return new HttpClient { BaseAddress = emulator.TransferUrl, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private static async Task<TimeSpan> CopyAsync(HttpClient http, GlobusEmulatorOptions options, DirectoryInfo root, string name)
    {
        var started = Stopwatch.GetTimestamp();
        var (source, destination) = (options.Collections[0].Id, options.Collections[1].Id);
        using var body = new StringContent(
            $$"""
            {"DATA_TYPE":"transfer","submission_id":"{{Guid.NewGuid()}}","source_endpoint":"{{source}}","destination_endpoint":"{{destination}}",
             "DATA":[{"DATA_TYPE":"transfer_item","source_path":"/","destination_path":"/{{name}}","recursive":true}]}
            """);
        using var answer = await http.PostAsync("v0.10/transfer", body);
        var task = (await ReadAsync(answer)).GetProperty("task_id").GetString();
        JsonElement document;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            using var state = await http.GetAsync($"v0.10/task/{task}");
            document = await ReadAsync(state);
        }
        while (document.GetProperty("status").GetString() == "ACTIVE");

        var time = Stopwatch.GetElapsedTime(started);
        if (document.GetProperty("files_transferred").GetInt32() != Count)
        {
            throw new InvalidOperationException($"Not all files have arrived: {document}");
        }

        Directory.Delete(Path.Combine(root.FullName, "destination", name), recursive: true);
        return time;
    }

    private static async Task<TimeSpan> CpAsync(DirectoryInfo root, string name)
    {
        var target = Path.Combine(root.FullName, name);
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start("/bin/cp", ["-r", Path.Combine(root.FullName, "source"), target]);
        await process.WaitForExitAsync();
        var time = Stopwatch.GetElapsedTime(started);
        Directory.Delete(target, recursive: true);
        return time;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonElement.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static string Text(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds,8:F0} ms  {Count / time.TotalSeconds,10:N0} files/s");
}
