using Globus.Extensions.Tokens;

namespace Globus.Extensions.Testing.Internal;

/// <summary>Names and values of every kind.</summary>
internal static class Values
{
    public static async Task TellsNamesApart(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        string[] names = ["a.example", "A.example", "a.EXAMPLE", "ä.example", "a\u0308.example", "a.example.", "a.exampl"];
        TokenData[] tokens = [.. names.Select(static (name, number) => SampleTokens.Create(name, $"access-{number}"))];

        await storage.StoreAsync(tokens, place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), tokens, "GetAllAsync");
        foreach (var token in tokens)
        {
            Require.Same(await storage.GetAsync(token.ResourceServer, place.CancellationToken).ConfigureAwait(false), token, "GetAsync");
        }

        await storage.RemoveAsync("A.example", place.CancellationToken).ConfigureAwait(false);
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [.. tokens.Where(static token => token.ResourceServer != "A.example")], "GetAllAsync after a removal");
    }

    public static async Task TakesAnyName(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        TokenData[] tokens = [.. OddTexts.All.Select(static (name, number) => SampleTokens.CreateSparse(name, $"access-{number}"))];

        foreach (var token in tokens)
        {
            await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false);
        }

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), tokens, "GetAllAsync");
        foreach (var token in tokens)
        {
            Require.Same(await storage.GetAsync(token.ResourceServer, place.CancellationToken).ConfigureAwait(false), token, "GetAsync");
        }
    }

    public static async Task GivesBackAnyText(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        foreach (var text in OddTexts.All)
        {
            var token = SampleTokens.Create("a.example", text) with { IdentityId = text, Scope = text, RefreshToken = text, TokenType = text };

            await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false);

            Require.Same(await storage.GetAsync("a.example", place.CancellationToken).ConfigureAwait(false), token, "GetAsync");
        }
    }

    public static async Task GivesBackAnyExpiry(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        DateTimeOffset[] times =
        [
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddSeconds(-1),
            DateTimeOffset.FromUnixTimeSeconds(int.MaxValue + 1L),
            new(2038, 1, 19, 3, 14, 8, TimeSpan.FromHours(5)),
            DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue,
        ];
        TokenData[] tokens = [.. times.Select(static (time, number) => SampleTokens.Create($"server-{number}.example") with { ExpiresAt = time })];

        await storage.StoreAsync(tokens, place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), tokens, "GetAllAsync");
    }

    public static async Task GivesBackLongValues(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var scopes = string.Join(' ', Enumerable.Range(0, 5_000).Select(static number => $"https://auth.globus.org/scopes/{number}/all"));
        var token = SampleTokens.Create("a.example", new string('x', 100_000)) with { Scope = scopes };
        var other = SampleTokens.Create(new string('n', 1_000) + ".example");

        await storage.StoreAsync([token, other], place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [token, other], "GetAllAsync");
    }

    public static async Task KeepsManyRecords(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        TokenData[] tokens = [.. Enumerable.Range(0, 500).Select(static number => SampleTokens.Create($"server-{number}.example", $"access-{number}"))];

        await storage.StoreAsync(tokens, place.CancellationToken).ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), tokens, "GetAllAsync");
        Require.Same(await storage.GetAsync("server-321.example", place.CancellationToken).ConfigureAwait(false), tokens[321], "GetAsync");
    }
}
