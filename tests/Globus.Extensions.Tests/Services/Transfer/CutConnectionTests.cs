using Globus.Extensions.Emulator;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>Many submissions through connections that are cut at random, before a request is read, after it is carried out, or within its answer.</summary>
public sealed class CutConnectionTests
{
    private static readonly Guid Collection = new("c0111ec7-0000-4000-8000-000000000001");

    [Fact]
    public async Task Every_submission_makes_exactly_one_task()
    {
        var count = Soak.Count(10_000);
        var cancellation = TestContext.Current.CancellationToken;
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = globus.Provide(build: static builder =>
            builder.Services.AddSingleton<TimeProvider>(new ImpatientClock(TimeProvider.System.GetUtcNow()))).GetRequiredService<TransferClient>();
        CutAtRandom(globus.Emulator);

        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation }, async (number, token) =>
        {
            var request = new DeleteRequest { Endpoint = Collection, Paths = ["/none"], IgnoreMissing = true, Label = $"{number}" };
            while (true)
            {
                try
                {
                    await transfer.SubmitDeleteAsync(request, token);
                    return;
                }
                catch (HttpRequestException)
                {
                    // All its retries were cut as well: the same object is the same submission.
                }
            }
        });

        globus.Emulator.ClearFaults();
        var labels = await transfer.Tasks.ListAsync().Select(static task => task.Label).ToListAsync(cancellation);
        labels.ShouldBe(Enumerable.Range(0, count).Select(static number => $"{number}"), ignoreOrder: true);
    }

    /// <summary>Half of all submissions, and of the requests for their ids, go wrong on the wire: lost on the way there, on the way back, or broken off.</summary>
    private static void CutAtRandom(GlobusEmulator emulator)
    {
        foreach (var path in (string[])["/transfer/v0.10/delete", "/transfer/v0.10/submission_id"])
        {
            emulator.AddFault(new() { Path = path, Times = null, Probability = 0.2, Connection = EmulatorConnectionFault.BeforeRequest });
            emulator.AddFault(new() { Path = path, Times = null, Probability = 0.2, Connection = EmulatorConnectionFault.BeforeAnswer });
            emulator.AddFault(new() { Path = path, Times = null, Probability = 0.2, Connection = EmulatorConnectionFault.WithinAnswer });
        }
    }
}
