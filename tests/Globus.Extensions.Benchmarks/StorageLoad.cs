using System.Diagnostics;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Benchmarks;

/// <summary>
/// A load program on a disk: the JSON storage with three resource servers, beside the bare calls without which it cannot be done. Ours and the bare ones
/// take turns, and the best of several rounds counts, as the machine has other things to do.
/// </summary>
internal static class StorageLoad
{
    private const int Rounds = 7;
    private const int Threads = 16;

    /// <summary>What the Globus SDK for Python reads in a second, measured on a machine of the same kind.</summary>
    private const int PythonReads = 2_690;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(400);

    public static async Task<int> RunAsync(string? folder)
    {
        var directory = Directory.CreateDirectory(Path.Combine(folder ?? Path.GetTempPath(), $"globus-storage-load-{Guid.NewGuid():N}"));
        try
        {
            Console.WriteLine($"{directory.FullName}, {new DriveInfo(directory.FullName).DriveFormat}");
            var path = Path.Combine(directory.FullName, "tokens.json");
            var storage = new JsonTokenStorage(path);
            TokenData[] tokens = [Token("auth.globus.org"), Token("groups.api.globus.org"), Token("transfer.api.globus.org")];
            await storage.StoreAsync(tokens);
            var isFastEnough = await ReadAsync(storage, path);
            await WriteAsync(storage, tokens, directory.FullName, await File.ReadAllBytesAsync(path));
            return isFastEnough ? 0 : 1;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<bool> ReadAsync(JsonTokenStorage storage, string path)
    {
        Func<Task> ours = async () => Check((await storage.GetAllAsync()).Count == 3);
        Func<Task> bare = () =>
        {
            Check(File.ReadAllBytes(path).Length > 0);
            return Task.CompletedTask;
        };
        var best = await CompareAsync(threads: 1, bare, ours);
        Console.WriteLine($"read    bare    {best[0],9:N0}/s   open, read, close");
        Console.WriteLine($"        ours    {best[1],9:N0}/s   {best[1] / best[0]:P0} of bare, {best[1] / PythonReads:F1} times the {PythonReads:N0}/s of the Globus SDK for Python");
        var together = await CompareAsync(Threads, ours);
        Console.WriteLine($"        {Threads} threads {together[0],6:N0}/s");
        return best[1] >= 20 * PythonReads;
    }

    private static async Task WriteAsync(JsonTokenStorage storage, TokenData[] tokens, string folder, byte[] content)
    {
        var number = 0;
        Func<Task> bare = () =>
        {
            var own = Interlocked.Increment(ref number);
            var temporary = Path.Combine(folder, $"bare.{own}.tmp");
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path.Combine(folder, "bare.json"), overwrite: true);
            return Task.CompletedTask;
        };
        Func<Task> ours = () => storage.StoreAsync(tokens).AsTask();
        var alone = await CompareAsync(threads: 1, bare, ours);
        Console.WriteLine($"write   bare    {alone[0],9:N0}/s   write, fsync, rename");
        Console.WriteLine($"        ours    {alone[1],9:N0}/s   {alone[1] / alone[0]:P0} of bare: read, change, write, fsync, rename, under the lock between processes");
        var together = await CompareAsync(Threads, bare, ours);
        Console.WriteLine($"        bare, {Threads} threads {together[0],6:N0}/s   nobody waits for anybody, and the last one wins");
        Console.WriteLine($"        ours, {Threads} threads {together[1],6:N0}/s   {together[1] / alone[1]:P0} of ours alone: one after the other, and nothing is lost");
    }

    private static async Task<double[]> CompareAsync(int threads, params Func<Task>[] works)
    {
        var best = new double[works.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = 0; index < works.Length; index++)
            {
                best[index] = Math.Max(best[index], await MeasureAsync(threads, works[index]));
            }
        }

        return best;
    }

    /// <summary>How often something can be done in a second.</summary>
    private static async Task<double> MeasureAsync(int threads, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < Round; count++)
            {
                await work();
            }

            return count;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // As long as those of Globus Auth.
    private static TokenData Token(string resourceServer) => new()
    {
        ResourceServer = resourceServer,
        IdentityId = "ada00000-0000-4000-8000-000000000001",
        Scope = $"urn:globus:auth:scope:{resourceServer}:all",
        AccessToken = "Ag" + new string('a', 86),
        RefreshToken = "Ag" + new string('r', 86),
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000),
        TokenType = "Bearer",
    };

    private static void Check(bool isRight)
    {
        if (!isRight)
        {
            throw new InvalidOperationException("The tokens were not all there.");
        }
    }
}
