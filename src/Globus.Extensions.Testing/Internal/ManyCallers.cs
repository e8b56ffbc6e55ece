using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Testing.Internal;

/// <summary>Callers at the same time, of one storage or of several at one place.</summary>
internal static class ManyCallers
{
    private const int Writers = 16;
    private const int RecordsEach = 8;

    public static async Task WritersLoseNothing(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);

        await WriteAsync(place, Enumerable.Repeat(storage, Writers)).ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), AllWritten(Writers), "GetAllAsync");
    }

    public static async Task WritersOfOneRecord(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        TokenData[] tokens = [.. Enumerable.Range(0, Writers).Select(static writer => Numbered("a.example", writer))];

        await Task.WhenAll(tokens.Select(token => Task.Run(async () => await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false), place.CancellationToken)))
            .ConfigureAwait(false);

        var all = await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false);
        Require.That(all.Count == 1 && all.ContainsKey("a.example"), $"GetAllAsync gave {all.Count} records where writers stored one and the same");
        Require.That(tokens.Contains(all["a.example"]), "GetAllAsync gave a record that no writer stored");
    }

    public static async Task ReadersSeeWholeChanges(ConformancePlace place)
    {
        const int Changes = 40;
        var storage = await place.OpenAsync().ConfigureAwait(false);
        await storage.StoreAsync(Pair(0), place.CancellationToken).ConfigureAwait(false);

        var writing = Task.Run(
            async () =>
            {
                for (var change = 1; change <= Changes; change++)
                {
                    await storage.StoreAsync(Pair(change), place.CancellationToken).ConfigureAwait(false);
                }
            },
            place.CancellationToken);
        var last = -1;
        do
        {
            var all = await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false);
            Require.That(all.Count == 2, $"GetAllAsync gave {all.Count} of 2 records while they were being replaced");
            var (first, second) = (NumberOf(all["a.example"]), NumberOf(all["b.example"]));
            Require.That(first == second, $"GetAllAsync gave one record of change {first} and another of change {second}, which were stored by one call each");
            Require.That(first >= last, $"GetAllAsync gave change {first} after it had given change {last}");
            last = first;
        }
        while (!writing.IsCompleted);

        await writing.ConfigureAwait(false);
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), Pair(Changes), "GetAllAsync");

        static TokenData[] Pair(int change) => [Numbered("a.example", change), Numbered("b.example", change)];
    }

    public static async Task RemovesForOneCaller(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        await storage.StoreAsync([SampleTokens.Create("a.example")], place.CancellationToken).ConfigureAwait(false);

        var removed = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
            async () => await storage.RemoveAsync("a.example", place.CancellationToken).ConfigureAwait(false), place.CancellationToken))).ConfigureAwait(false);

        var count = removed.Count(static isRemoved => isRemoved);
        Require.That(count == 1, $"RemoveAsync gave true to {count} of {Writers} callers that removed one record");
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [], "GetAllAsync");
    }

    public static async Task LaterStorageFindsRecords(ConformancePlace place)
    {
        TokenData[] tokens = [SampleTokens.Create("a.example"), SampleTokens.CreateSparse("b.example")];
        await (await place.OpenAsync().ConfigureAwait(false)).StoreAsync(tokens, place.CancellationToken).ConfigureAwait(false);

        var later = await place.OpenAsync().ConfigureAwait(false);

        Require.Same(await later.GetAllAsync(place.CancellationToken).ConfigureAwait(false), tokens, "GetAllAsync of the later storage");
    }

    public static async Task StoragesSeeEachOther(ConformancePlace place)
    {
        var first = await place.OpenAsync().ConfigureAwait(false);
        var second = await place.OpenAsync().ConfigureAwait(false);
        var (old, successor) = (SampleTokens.Create("a.example", "old"), SampleTokens.Create("a.example", "new"));

        await first.StoreAsync([old], place.CancellationToken).ConfigureAwait(false);
        Require.Same(await second.GetAsync("a.example", place.CancellationToken).ConfigureAwait(false), old, "GetAsync of the second storage");
        await second.StoreAsync([successor], place.CancellationToken).ConfigureAwait(false);
        Require.Same(await first.GetAsync("a.example", place.CancellationToken).ConfigureAwait(false), successor, "GetAsync of the first storage");
        Require.That(await first.RemoveAsync("a.example", place.CancellationToken).ConfigureAwait(false), "RemoveAsync of the first storage did not find the record of the second one");
        Require.Same(await second.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [], "GetAllAsync of the second storage after the first one removed the record");
    }

    public static async Task StoragesLoseNothing(ConformancePlace place)
    {
        var storages = new List<ITokenStorage>();
        while (storages.Count < Writers)
        {
            storages.Add(await place.OpenAsync().ConfigureAwait(false));
        }

        await WriteAsync(place, storages).ConfigureAwait(false);

        foreach (var storage in storages)
        {
            Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), AllWritten(Writers), "GetAllAsync");
        }
    }

    /// <summary>Lets one writer for each storage store its records, all at the same time.</summary>
    internal static Task WriteAsync(ConformancePlace place, IEnumerable<ITokenStorage> storages) =>
        Task.WhenAll(storages.Select((storage, writer) => Task.Run(
            async () =>
            {
                foreach (var token in WrittenBy(writer))
                {
                    await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false);
                }
            },
            place.CancellationToken)));

    internal static IEnumerable<TokenData> WrittenBy(int writer) =>
        Enumerable.Range(0, RecordsEach).Select(number => Numbered($"server-{writer}-{number}.example", writer));

    private static TokenData[] AllWritten(int writers) => [.. Enumerable.Range(0, writers).SelectMany(WrittenBy)];

    private static TokenData Numbered(string resourceServer, int number) => SampleTokens.Create(resourceServer, $"access-{number}");

    private static int NumberOf(TokenData token) =>
        int.Parse(token.AccessToken.AsSpan("access-".Length), System.Globalization.CultureInfo.InvariantCulture);
}
