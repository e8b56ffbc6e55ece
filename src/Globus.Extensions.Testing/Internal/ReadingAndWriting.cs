namespace Globus.Extensions.Testing.Internal;

/// <summary>One caller that stores, reads and removes.</summary>
internal static class ReadingAndWriting
{
    public static async Task IsEmptyAtFirst(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [], "GetAllAsync");
        Require.That(await storage.GetAsync("a.example", place.CancellationToken).ConfigureAwait(false) is null, "GetAsync gave a record that nobody stored");
        Require.That(!await storage.RemoveAsync("a.example", place.CancellationToken).ConfigureAwait(false), "RemoveAsync removed a record that nobody stored");
    }

    public static async Task GivesBackEveryMember(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var token = SampleTokens.Create("a.example") with
        {
            ExtensionData = SampleTokens.Unknown("""{"future": {"list": [1, 2.50, null, true], "text": "\u00e9\u0000"}, "flag": false, "nothing": null, "": 1e3}"""),
        };

        await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAsync("a.example", place.CancellationToken).ConfigureAwait(false), token, "GetAsync");
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [token], "GetAllAsync");
    }

    public static async Task GivesBackSparseRecord(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var token = SampleTokens.CreateSparse("a.example");

        await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAsync("a.example", place.CancellationToken).ConfigureAwait(false), token, "GetAsync");
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [token], "GetAllAsync");
    }

    public static async Task ReplacesWholeRecord(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var old = SampleTokens.Create("a.example", "old") with { ExtensionData = SampleTokens.Unknown("""{"old": 1}""") };
        var successor = SampleTokens.CreateSparse("a.example", "new");
        await storage.StoreAsync([old], place.CancellationToken).ConfigureAwait(false);

        await storage.StoreAsync([successor], place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAsync("a.example", place.CancellationToken).ConfigureAwait(false), successor, "GetAsync");
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [successor], "GetAllAsync");
    }

    public static async Task KeepsOtherRecords(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var kept = SampleTokens.Create("a.example", "kept") with { ExtensionData = SampleTokens.Unknown("""{"future": [1]}""") };
        var successor = SampleTokens.Create("b.example", "new");
        var added = SampleTokens.Create("c.example", "added");
        await storage.StoreAsync([kept, SampleTokens.Create("b.example", "old")], place.CancellationToken).ConfigureAwait(false);

        await storage.StoreAsync([successor, added], place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [kept, successor, added], "GetAllAsync");
    }

    public static async Task TakesLaterRecord(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var later = SampleTokens.CreateSparse("a.example", "later");

        await storage.StoreAsync([SampleTokens.Create("a.example", "earlier"), later], place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [later], "GetAllAsync");
    }

    public static async Task StoresNothing(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var token = SampleTokens.Create("a.example");

        await storage.StoreAsync([], place.CancellationToken).ConfigureAwait(false);
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [], "GetAllAsync of an empty storage");
        await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false);
        await storage.StoreAsync([], place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [token], "GetAllAsync");
    }

    public static async Task RemovesOneRecord(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var kept = SampleTokens.Create("b.example");
        await storage.StoreAsync([SampleTokens.Create("a.example"), kept], place.CancellationToken).ConfigureAwait(false);

        var first = await storage.RemoveAsync("a.example", place.CancellationToken).ConfigureAwait(false);
        var second = await storage.RemoveAsync("a.example", place.CancellationToken).ConfigureAwait(false);

        Require.That(first, "RemoveAsync gave false for a record that was there");
        Require.That(!second, "RemoveAsync gave true for a record that was removed before");
        Require.That(await storage.GetAsync("a.example", place.CancellationToken).ConfigureAwait(false) is null, "GetAsync still gives the record that was removed");
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [kept], "GetAllAsync");
    }

    public static async Task StoresAfterRemoval(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var again = SampleTokens.CreateSparse("a.example", "again");
        await storage.StoreAsync([SampleTokens.Create("a.example")], place.CancellationToken).ConfigureAwait(false);
        await storage.RemoveAsync("a.example", place.CancellationToken).ConfigureAwait(false);
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [], "GetAllAsync after the last record was removed");

        await storage.StoreAsync([again], place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [again], "GetAllAsync");
    }

    public static async Task KeepsWhatWasRead(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var token = SampleTokens.Create("a.example");
        await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false);
        var before = await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false);

        await storage.StoreAsync([SampleTokens.Create("b.example")], place.CancellationToken).ConfigureAwait(false);
        await storage.RemoveAsync("a.example", place.CancellationToken).ConfigureAwait(false);

        Require.Same(before, [token], "What GetAllAsync gave before the change");
    }
}
