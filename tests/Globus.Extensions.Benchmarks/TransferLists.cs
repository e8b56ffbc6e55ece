using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Benchmarks;

/// <summary>
/// A load program over loopback: a million tasks, and a million entries of a directory, in pages of a thousand; what they leave on the heap, and their speed
/// beside a loop of HttpClient and JsonSerializer over the same records and pages.
/// </summary>
internal static class TransferLists
{
    private const int Total = 1_000_000;
    private const int Early = 100_000;
    private const int SpeedTotal = 20_000;
    private const int WarmUp = 10;
    private const int Rounds = 151;

    private const string TaskItem = """
        {"bytes_checksummed":0,"bytes_transferred":4,"canceled_by_admin":null,"canceled_by_admin_message":null,"command":"API 0.10","completion_time":"2021-09-02T18:04:49+00:00","deadline":"2021-09-03T18:04:47+00:00","delete_destination_extra":false,"destination_endpoint":"mydest","destination_endpoint_display_name":"Destination Endpoint","destination_endpoint_id":"84304b99-b05e-4377-a61c-474b8da84858","directories":0,"effective_bytes_per_second":3,"encrypt_data":false,"fail_on_quota_errors":false,"fatal_error":null,"faults":0,"files":1,"files_skipped":0,"files_transferred":1,"filter_rules":null,"history_deleted":false,"is_ok":null,"is_paused":false,"label":"nightly","nice_status":null,"nice_status_details":null,"nice_status_expires_in":null,"nice_status_short_description":null,"owner_id":"f3548f77-a676-4bcc-a3ae-cf64a0999a6e","preserve_timestamp":false,"recursive_symlinks":"ignore","request_time":"2021-09-02T18:04:47+00:00","skip_source_errors":false,"source_endpoint":"mysrc","source_endpoint_display_name":"Source Endpoint","source_endpoint_id":"87d7049a-6afb-45c0-9683-aa6c86d7a380","status":"SUCCEEDED","subtasks_canceled":0,"subtasks_expired":0,"subtasks_failed":0,"subtasks_pending":0,"subtasks_retrying":0,"subtasks_skipped_errors":0,"subtasks_succeeded":2,"subtasks_total":2,"symlinks":0,"sync_level":null,"task_id":"c5c550a6-55ae-44eb-aa8e-d29f3975d282","type":"TRANSFER","username":"u_XrtivK6z9w2MZwr65os6nZX0wv","verify_checksum":true}
        """;

    private const string FileItem = """
        {"DATA_TYPE":"file","group":"tutorial","last_modified":"2018-04-04 18:30:26+00:00","link_group":null,"link_last_modified":null,"link_size":null,"link_target":null,"link_user":null,"name":"measurement-000001.dat","permissions":"0644","size":3771,"type":"file","user":"ada"}
        """;

    public static async Task<int> RunAsync()
    {
        var tasks = await CompareAsync(
            "tasks", TaskItem, static transfer => transfer.Tasks.ListAsync(), "v0.10/task_list", TransferJsonContext.Default.TransferListTransferTask);
        var files = await CompareAsync(
            "files",
            FileItem,
            static transfer => transfer.Files.ListAsync(Guid.Empty, "/", new FileListOptions { PageSize = LoopbackTransfer.PageSize }),
            $"v0.10/operation/endpoint/{Guid.Empty}/ls",
            TransferJsonContext.Default.TransferListTransferFile);
        return tasks && files ? 0 : 1;
    }

    [SuppressMessage("Critical Code Smell", "S1215:\"GC.Collect\" should not be called", Justification = "What is left after a full collection is what is measured.")]
    private static async Task<bool> CompareAsync<T>(
        string name, string item, Func<TransferClient, GlobusPageable<T>> list, string path, JsonTypeInfo<TransferList<T>> typeInfo)
    {
        using var service = new LoopbackTransfer(item);
        using var connection = service.Connect();
        using var http = new HttpClient { BaseAddress = service.BaseUrl };
        var transfer = connection.Transfer;

        service.Total = SpeedTotal;
        var rounds = new List<(Cost Ours, Cost Plain)>();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            // Whatever else the machine does should hit both alike: the rounds are short, and each of the two comes first in every other one.
            var oursFirst = round % 2 == 0;
            var first = await MeasureAsync(() => oursFirst ? ReadAsync(list(transfer)) : ReadPlainAsync(http, path, typeInfo));
            var second = await MeasureAsync(() => oursFirst ? ReadPlainAsync(http, path, typeInfo) : ReadAsync(list(transfer)));
            if (round >= 0)
            {
                rounds.Add(oursFirst ? (first, second) : (second, first));
            }
        }

        service.Total = Total;
        long early = 0;
        long late = 0;
        var count = 0;
        await foreach (var one in list(transfer))
        {
            GC.KeepAlive(one);
            count++;
            if (count == Early)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (count == Total)
            {
                late = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        var ratios = rounds.Select(static round => round.Plain.Time / round.Ours.Time).Order().ToList();
        var speed = ratios[Rounds / 2];
        Console.WriteLine(
            $"{name}: {SpeedTotal / rounds.Min(static round => round.Ours.Time):N0}/s, by hand {SpeedTotal / rounds.Min(static round => round.Plain.Time):N0}/s at best; "
            + $"ratio {speed:F2} in the median of {Rounds} rounds (at least 0.9; quartiles {ratios[Rounds / 4]:F2} and {ratios[Rounds * 3 / 4]:F2}), "
            + $"by processor time {rounds.Select(static round => round.Plain.Processor / round.Ours.Processor).Order().ElementAt(Rounds / 2):F2}; "
            + $"live heap from {Early:N0} to {Total:N0}: {(late - early) / 1e6:+0.0;-0.0} MB (less than 20)");
        return count == Total && speed >= 0.9 && late - early < 20_000_000;
    }

    private static async Task ReadAsync<T>(GlobusPageable<T> list)
    {
        var count = 0;
        await foreach (var one in list)
        {
            count += one is null ? 0 : 1;
        }

        Check(count);
    }

    private static async Task ReadPlainAsync<T>(HttpClient http, string path, JsonTypeInfo<TransferList<T>> typeInfo)
    {
        var count = 0;
        for (long total = 1; count < total;)
        {
            using var response = await http.GetAsync($"{path}?limit={LoopbackTransfer.PageSize}&offset={count}", HttpCompletionOption.ResponseHeadersRead);
            await using var stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
            var page = await JsonSerializer.DeserializeAsync(stream, typeInfo);
            foreach (var one in page!.Data!)
            {
                count += one is null ? 0 : 1;
            }

            total = page.Total!.Value;
        }

        Check(count);
    }

    private static async Task<Cost> MeasureAsync(Func<Task> work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await work();
        return new Cost(Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private static void Check(int count)
    {
        if (count != SpeedTotal)
        {
            throw new InvalidOperationException($"{count} of {SpeedTotal} came.");
        }
    }

    /// <summary>What a round took, in seconds: by the clock, and of all processors together.</summary>
    private sealed record Cost(double Time, double Processor);
}
