using System.Diagnostics;
using System.Globalization;
using Globus.Extensions.StorageWorker;

namespace Globus.Extensions.StorageTests.Processes;

/// <summary>Writers that die in the middle of it: the file is the old one or the new one, and the next writer goes on.</summary>
public sealed class KilledWriterTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["tokens"];

    [Theory]
    [InlineData("json")]
    [InlineData("native-apps")]
    public async Task A_writer_killed_at_any_moment_leaves_a_whole_file(string storage)
    {
        var kills = Soak.Count(200, least: 5);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var (written, inTheMiddle) = (0L, 0);
        var started = Stopwatch.GetTimestamp();
        var next = WorkerProcess.StartAsync("write", storage, FilePath);
        try
        {
            for (var kill = 1; kill <= kills; kill++)
            {
                await using var writer = await next;
                next = WorkerProcess.StartAsync("write", storage, FilePath);
                var confirmed = await KillAtRandomMomentAsync(writer, random) ?? written;

                var found = Storages.GenerationOf(await Storages.Open(storage, FilePath).GetAllAsync(Cancellation)) ?? 0;

                found.ShouldBeInRange(confirmed, confirmed + 1, $"after kill {kill} of {storage}, seed {seed}");
                written = found;
                inTheMiddle += _directory.FileNames.Count(static name => name.EndsWith(".tmp", StringComparison.Ordinal));
            }
        }
        finally
        {
            await (await next).DisposeAsync();
        }

        await Storages.Open(storage, FilePath).StoreAsync(Storages.Generation(written + 1), Cancellation);
        _directory.FileNames.ShouldBe(["tokens", "tokens.lock"]);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{storage}: {kills} kills, {inTheMiddle} with a half-written file beside the whole one, {written} writes, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, seed {seed}");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("native-apps")]
    public async Task A_writer_that_dies_at_any_step_leaves_a_whole_file(string storage)
    {
        await Storages.Open(storage, FilePath).StoreAsync(Storages.Generation(1), Cancellation);
        var found = 1L;
        var (step, hasSurvived) = (0, false);
        while (!hasSurvived)
        {
            step++;
            await using var writer = await WorkerProcess.StartAsync("stop", storage, FilePath, step.ToString(CultureInfo.InvariantCulture));
            writer.Go();
            hasSurvived = await writer.ReadLineAsync() == "survived";

            var before = found;
            found = Storages.GenerationOf(await Storages.Open(storage, FilePath).GetAllAsync(Cancellation)).ShouldNotBeNull();
            found.ShouldBeInRange(before, before + 1, $"after the end at step {step} of {storage}");
        }

        step.ShouldBeGreaterThan(8);
        found.ShouldBeGreaterThanOrEqualTo(3);
        _directory.FileNames.ShouldBe(["tokens", "tokens.lock"]);
        TestContext.Current.TestOutputHelper!.WriteLine($"{storage}: died at each of {step - 1} steps");
    }

    public void Dispose() => _directory.Dispose();

    private static async Task<long?> KillAtRandomMomentAsync(WorkerProcess writer, Random random)
    {
        writer.Go();
        List<string> said = [];
        for (var lines = random.Next(6); lines > 0; lines--)
        {
            said.Add((await writer.ReadLineAsync()).ShouldNotBeNull(await writer.ErrorsIfEndedAsync()));
        }

        // Not a wait for anything: it only puts the end between two of the writer's words.
        var moment = TimeSpan.FromMicroseconds(random.Next(6000));
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < moment;)
        {
            Thread.SpinWait(10);
        }

        said.AddRange(await writer.KillAsync());
        return said is [.., var last] ? long.Parse(last, CultureInfo.InvariantCulture) : null;
    }
}
