using Globus.Extensions.Tokens;

namespace Globus.Extensions.Testing.Internal;

/// <summary>Changes that come to nothing leave nothing behind.</summary>
internal static class AllOrNothing
{
    public static async Task StoresNothingOfFailingSequence(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var token = SampleTokens.Create("a.example", "before");
        await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false);

        var hasFailed = false;
        try
        {
            await storage.StoreAsync(Failing(), place.CancellationToken).ConfigureAwait(false);
        }
        catch (SequenceException)
        {
            hasFailed = true;
        }

        Require.That(hasFailed, "StoreAsync did not pass on the exception that the sequence of records threw");
        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [token], "GetAllAsync");

        static IEnumerable<TokenData> Failing()
        {
            yield return SampleTokens.Create("a.example", "after");
            yield return SampleTokens.Create("b.example");
            throw new SequenceException();
        }
    }

    public static async Task DoesNothingWhenCancelled(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        var token = SampleTokens.Create("a.example");
        var cancelled = new CancellationToken(canceled: true);
        await storage.StoreAsync([token], place.CancellationToken).ConfigureAwait(false);

        await Require.CancelledAsync(
            async () =>
            {
                await storage.StoreAsync([SampleTokens.Create("b.example")], cancelled).ConfigureAwait(false);
                return true;
            },
            "StoreAsync").ConfigureAwait(false);
        await Require.CancelledAsync(() => storage.RemoveAsync("a.example", cancelled), "RemoveAsync").ConfigureAwait(false);
        await Require.CancelledAsync(() => storage.GetAllAsync(cancelled), "GetAllAsync").ConfigureAwait(false);
        await Require.CancelledAsync(() => storage.GetAsync("a.example", cancelled), "GetAsync").ConfigureAwait(false);

        Require.Same(await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false), [token], "GetAllAsync");
    }

    public static async Task StoresAllOrNothing(ConformancePlace place)
    {
        var storage = await place.OpenAsync().ConfigureAwait(false);
        TokenData[] tokens = [SampleTokens.Create("a.example"), SampleTokens.Create("b.example"), SampleTokens.Create("c.example")];
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(place.CancellationToken);

        var isCancelled = false;
        try
        {
            await storage.StoreAsync(Cancelling(), cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            isCancelled = true;
        }

        // Either is right: to end as cancelled with nothing stored, or to come too late and have stored all.
        Require.Same(
            await storage.GetAllAsync(place.CancellationToken).ConfigureAwait(false),
            isCancelled ? [] : tokens,
            isCancelled ? "GetAllAsync after StoreAsync was cancelled" : "GetAllAsync after StoreAsync ended well");

        IEnumerable<TokenData> Cancelling()
        {
            yield return tokens[0];
            yield return tokens[1];
            cancellation.Cancel();
            yield return tokens[2];
        }
    }

    private sealed class SequenceException() : Exception("The sequence of records failed, as this check wants it to.");
}
