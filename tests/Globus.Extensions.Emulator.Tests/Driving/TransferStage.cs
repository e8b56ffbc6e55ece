using System.Net;
using System.Text.Json;

namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>Two collections on folders of the test's own, and somebody who moves files between them.</summary>
internal sealed class TransferStage : IAsyncDisposable
{
    private TransferStage(EmulatorDriver driver, TransferUser user, TestFolder source, TestFolder destination, GlobusEmulatorOptions options)
    {
        (Driver, User, Source, Destination) = (driver, user, source, destination);
        (SourceId, DestinationId) = ($"{options.Collections[0].Id}", $"{options.Collections[1].Id}");
    }

    public EmulatorDriver Driver { get; }

    public TransferUser User { get; }

    public TestFolder Source { get; }

    public TestFolder Destination { get; }

    public string SourceId { get; }

    public string DestinationId { get; }

    public static async Task<TransferStage> StartAsync(GlobusEmulatorOptions? options = null, long? quota = null)
    {
        options ??= new GlobusEmulatorOptions();
        var (source, destination) = (new TestFolder(), new TestFolder());
        options.Collections.Add(new() { DisplayName = "Source", Folder = source.FullName });
        options.Collections.Add(new() { DisplayName = "Destination", Folder = destination.FullName, Quota = quota });
        var driver = await EmulatorDriver.StartAsync(options);
        return new TransferStage(driver, await TransferUser.LogInAsync(driver), source, destination, options);
    }

    /// <summary>A transfer document; <paramref name="fields"/> are more members, each with a comma before it.</summary>
    public string Transfer(string items, string fields = "", string? submissionId = null) =>
        $$"""
        {"DATA_TYPE":"transfer","submission_id":"{{submissionId ?? $"{Guid.NewGuid()}"}}","source_endpoint":"{{SourceId}}",
         "destination_endpoint":"{{DestinationId}}","DATA":[{{items}}]{{fields}}}
        """;

    public string Delete(string items, string fields = "") =>
        $$"""
        {"DATA_TYPE":"delete","submission_id":"{{Guid.NewGuid()}}","endpoint":"{{DestinationId}}","DATA":[{{items}}]{{fields}}}
        """;

    public static string Item(string from, string to, string more = "") =>
        $$"""{"DATA_TYPE":"transfer_item","source_path":"{{from}}","destination_path":"{{to}}"{{more}}}""";

    public static string DeleteItem(string path) => $$"""{"DATA_TYPE":"delete_item","path":"{{path}}"}""";

    /// <summary>Submits what is known to be good, and gives the id of its task.</summary>
    public async Task<string> SubmitAsync(string document, TransferUser? by = null)
    {
        var answer = await (by ?? User).PostAsync(document.Contains("\"transfer\"", StringComparison.Ordinal) ? "transfer" : "delete", document);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return answer["task_id"];
    }

    /// <summary>The task as soon as something holds of it.</summary>
    public async Task<JsonElement> WaitAsync(string task, Func<JsonElement, bool> until)
    {
        while (true)
        {
            var document = (await User.GetAsync($"task/{task}")).Json;
            if (until(document))
            {
                return document;
            }

            await Task.Yield();
        }
    }

    /// <summary>The task once it is finished.</summary>
    public Task<JsonElement> WaitAsync(string task) => WaitAsync(task, static document => document.GetProperty("status").GetString() != "ACTIVE");

    public async Task<JsonElement> RunAsync(string document) => await WaitAsync(await SubmitAsync(document));

    /// <summary>A transfer that is known to succeed.</summary>
    public async Task<JsonElement> TransferAsync(string items, string fields = "")
    {
        var task = await RunAsync(Transfer(items, fields));
        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED", task.ToString());
        return task;
    }

    /// <summary>The codes of a task's events, oldest first.</summary>
    public async Task<string> EventsAsync(string task, string query = "") => string.Join(
        ' ', (await User.GetAsync($"task/{task}/event_list{query}")).Json.GetProperty("DATA").EnumerateArray()
            .Select(static happening => happening.GetProperty("code").GetString()).Reverse());

    /// <summary>The files below a folder by relative path, in order.</summary>
    public static string Tree(TestFolder folder) => string.Join(
        ' ', Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder.FullName, file).Replace('\\', '/')).Order(StringComparer.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync();
        Source.Dispose();
        Destination.Dispose();
    }
}
