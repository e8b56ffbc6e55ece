using System.Diagnostics;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Benchmarks;

/// <summary>A load program over loopback: a transfer of a hundred thousand items, built and submitted; what it allocates beside the size of its JSON.</summary>
internal static class TransferSubmissions
{
    private const int Count = 100_000;

    public static async Task<int> RunAsync()
    {
        using var service = new LoopbackTransfer();
        using var connection = service.Connect();
        var transfer = connection.Transfer;
        (string Source, string Destination)[] paths = [.. Enumerable.Range(0, Count).Select(static number => ($"/projects/lab/run-42/measurement-{number:D6}.dat", $"/~/archive/run-42/measurement-{number:D6}.dat"))];

        // The connection and the compiler come before the measurement, with a request too small to fill the pool of arrays.
        await SubmitAsync(transfer, paths.AsMemory(0, 10));

        var isSmallEnough = true;
        foreach (var what in (string[])["the first time", "once more"])
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var started = Stopwatch.GetTimestamp();
            await SubmitAsync(transfer, paths);
            var time = Stopwatch.GetElapsedTime(started);
            var ratio = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)service.LastBody;
            isSmallEnough &= ratio < 2;
            Console.WriteLine($"{Count:N0} items, {what}: {service.LastBody / 1e6:F1} MB of JSON in {time.TotalMilliseconds:F0} ms, allocated {ratio:F2} times its size (less than 2)");
        }

        return isSmallEnough ? 0 : 1;
    }

    private static Task SubmitAsync(TransferClient transfer, ReadOnlyMemory<(string Source, string Destination)> paths)
    {
        var items = new List<TransferItem>();
        foreach (var (source, destination) in paths.Span)
        {
            items.Add(new TransferItem(source, destination));
        }

        return transfer.SubmitTransferAsync(new TransferRequest { SourceEndpoint = Guid.Empty, DestinationEndpoint = Guid.Empty, Items = items });
    }
}
