using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Testing.Internal;

/// <summary>Storages at one place that keep to namespaces of their own.</summary>
internal static class Namespaces
{
    public static async Task KeepsNamespacesApart(ConformancePlace place)
    {
        var first = await place.OpenAsync("first").ConfigureAwait(false);
        var second = await place.OpenAsync("second").ConfigureAwait(false);
        var upper = await place.OpenAsync("FIRST").ConfigureAwait(false);
        var (one, two) = (SampleTokens.Create("a.example", "one"), SampleTokens.Create("a.example", "two"));

        await first.StoreAsync([one], place.CancellationToken).ConfigureAwait(false);
        Require.Same(await second.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [], "GetAllAsync of another namespace");
        Require.Same(await upper.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [], "GetAllAsync of a namespace that differs in case");
        await second.StoreAsync([two], place.CancellationToken).ConfigureAwait(false);
        Require.Same(await first.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [one], "GetAllAsync after a change in another namespace");
        Require.That(!await upper.RemoveAsync("a.example", place.CancellationToken).ConfigureAwait(false), "RemoveAsync removed a record of another namespace");
        await first.RemoveAsync("a.example", place.CancellationToken).ConfigureAwait(false);

        Require.Same(await second.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [two], "GetAllAsync after a removal in another namespace");
    }

    public static async Task TakesAnyName(ConformancePlace place)
    {
        foreach (var (number, name) in OddTexts.All.Where(static name => name.Length > 0).Index())
        {
            var storage = await place.OpenAsync(name).ConfigureAwait(false);
            await storage.StoreAsync([SampleTokens.Create("a.example", $"access-{number}")], place.CancellationToken).ConfigureAwait(false);
        }

        foreach (var (number, name) in OddTexts.All.Where(static name => name.Length > 0).Index())
        {
            var storage = await place.OpenAsync(name).ConfigureAwait(false);
            Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [SampleTokens.Create("a.example", $"access-{number}")], "GetAllAsync");
        }
    }

    public static async Task WritersLoseNothing(ConformancePlace place)
    {
        var storages = new List<ITokenStorage>();
        while (storages.Count < 16)
        {
            storages.Add(await place.OpenAsync($"namespace-{storages.Count}").ConfigureAwait(false));
        }

        await ManyCallers.WriteAsync(place, storages).ConfigureAwait(false);

        foreach (var (writer, storage) in storages.Index())
        {
            Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [.. ManyCallers.WrittenBy(writer)], "GetAllAsync");
        }
    }
}
