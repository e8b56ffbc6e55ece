using System.Net.Http.Headers;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.Tests.Authorizers;

public sealed class TokenRenewerTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly FakeTokenSource _source;

    public TokenRenewerTests() => _source = new FakeTokenSource(_time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_the_token_in_hand_without_asking_anybody()
    {
        var renewer = Renewer(_source.Issue());

        var header = await renewer.GetHeaderAsync(Cancellation);

        header.ShouldNotBeNull().Parameter.ShouldBe("token-1");
        _source.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Renews_once_when_many_callers_had_their_token_rejected()
    {
        var renewer = Renewer(_source.Issue());
        var rejected = renewer.TryGetHeader()!;

        var headers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => renewer.ReplaceAsync(rejected, Cancellation).AsTask()));

        headers.ShouldAllBe(static header => header!.Parameter == "token-2");
        _source.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Goes_on_when_the_first_caller_gives_up()
    {
        var renewer = Renewer(_source.Issue());
        var rejected = renewer.TryGetHeader()!;
        _source.Barrier = new TaskCompletionSource();
        using var first = new CancellationTokenSource();

        var gaveUp = renewer.ReplaceAsync(rejected, first.Token).AsTask();
        await _source.Requested.Task.WaitAsync(Cancellation);
        var others = Enumerable.Range(0, 63).Select(_ => renewer.ReplaceAsync(rejected, Cancellation).AsTask()).ToArray();
        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gaveUp);
        _source.Barrier.SetResult();

        (await Task.WhenAll(others)).ShouldAllBe(static header => header!.Parameter == "token-2");
        _source.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Takes_what_somebody_else_has_stored_already()
    {
        var renewer = Renewer(_source.Issue());
        var rejected = renewer.TryGetHeader()!;
        _source.Stored = _source.Issue();

        var headers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => renewer.ReplaceAsync(rejected, Cancellation).AsTask()));

        headers.ShouldAllBe(static header => header!.Parameter == "token-2");
        _source.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Does_not_renew_for_a_caller_that_comes_late_with_an_old_token()
    {
        var renewer = Renewer(_source.Issue());
        var rejected = renewer.TryGetHeader()!;
        await renewer.ReplaceAsync(rejected, Cancellation);

        var header = await renewer.ReplaceAsync(rejected, Cancellation);

        header.ShouldNotBeNull().Parameter.ShouldBe("token-2");
        _source.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Has_no_other_token_when_the_source_gives_the_rejected_one_again()
    {
        var renewer = Renewer(null);
        var rejected = new AuthenticationHeaderValue("Bearer", "token-1");

        (await renewer.ReplaceAsync(rejected, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Never_uses_a_token_within_the_margin_before_its_end()
    {
        var renewer = Renewer(_source.Issue());
        _time.Advance(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(60));

        var header = await renewer.GetHeaderAsync(Cancellation);

        header.ShouldNotBeNull().Parameter.ShouldBe("token-2");
    }

    [Fact]
    public async Task Renews_in_the_background_before_the_end_while_the_old_token_goes_on_being_used()
    {
        var renewer = Renewer(_source.Issue());
        _source.Barrier = new TaskCompletionSource();
        _time.Advance(TimeSpan.FromHours(48) - TimeSpan.FromMinutes(4));

        var during = renewer.TryGetHeader();
        await _source.Requested.Task.WaitAsync(Cancellation);
        var again = renewer.TryGetHeader();
        var waiting = renewer.ReplaceAsync(during!, Cancellation).AsTask();
        _source.Barrier.SetResult();

        during.ShouldNotBeNull().Parameter.ShouldBe("token-1");
        again.ShouldBeSameAs(during);
        (await waiting).ShouldNotBeNull().Parameter.ShouldBe("token-2");
        _source.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_renewal_in_the_background_hurts_nobody_while_the_token_lasts()
    {
        var renewer = Renewer(_source.Issue());
        _source.RequestFailure = new HttpRequestException("down");
        _time.Advance(TimeSpan.FromHours(48) - TimeSpan.FromMinutes(4));

        renewer.TryGetHeader();
        await _source.Requested.Task.WaitAsync(Cancellation);

        (await renewer.GetHeaderAsync(Cancellation)).ShouldNotBeNull().Parameter.ShouldBe("token-1");
    }

    [Fact]
    public async Task A_token_of_minutes_is_used_for_most_of_its_life()
    {
        _source.Lifetime = TimeSpan.FromSeconds(120);
        var renewer = Renewer(null);
        await renewer.GetHeaderAsync(Cancellation);

        _time.Advance(TimeSpan.FromSeconds(80));
        var header = renewer.TryGetHeader();

        header.ShouldNotBeNull().Parameter.ShouldBe("token-1");
        _source.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Stores_before_it_uses_and_stores_again_what_could_not_be_stored()
    {
        var renewer = Renewer(null);
        _source.StoreFailure = new TokenStorageException("full");
        await Should.ThrowAsync<TokenStorageException>(() => renewer.GetHeaderAsync(Cancellation).AsTask());
        var betweenTheTwo = renewer.TryGetHeader();
        _source.StoreFailure = null;

        var header = await renewer.GetHeaderAsync(Cancellation);

        betweenTheTwo.ShouldBeNull();
        header.ShouldNotBeNull().Parameter.ShouldBe("token-1");
        _source.Stored.ShouldNotBeNull().AccessToken.ShouldBe("token-1");
        _source.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Everybody_who_waited_hears_of_a_failure_and_the_next_one_tries_again()
    {
        var renewer = Renewer(null);
        _source.RequestFailure = new HttpRequestException("down");
        var waiting = Enumerable.Range(0, 8).Select(_ => renewer.GetHeaderAsync(Cancellation).AsTask()).ToArray();
        foreach (var task in waiting)
        {
            await Should.ThrowAsync<HttpRequestException>(() => task);
        }

        _source.RequestFailure = null;

        (await renewer.GetHeaderAsync(Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_could_not_be_stored_does_not_replace_what_somebody_else_stored_since()
    {
        var renewer = Renewer(_source.Issue());
        var rejected = renewer.TryGetHeader()!;
        _source.StoreFailure = new TokenStorageException("full");
        await Should.ThrowAsync<TokenStorageException>(() => renewer.ReplaceAsync(rejected, Cancellation).AsTask());
        _source.StoreFailure = null;
        var theirs = _source.Stored = _source.Issue();

        var header = await renewer.ReplaceAsync(rejected, Cancellation);

        header.ShouldNotBeNull().Parameter.ShouldBe(theirs.AccessToken);
        _source.Stored.ShouldBe(theirs);
    }

    [Fact]
    public async Task A_rejected_token_is_not_left_to_a_renewal_in_the_background_that_fails()
    {
        var renewer = Renewer(_source.Issue());
        _source.Barrier = new TaskCompletionSource();
        _source.RequestFailure = new HttpRequestException("down");
        _time.Advance(TimeSpan.FromHours(48) - TimeSpan.FromMinutes(4));
        var header = renewer.TryGetHeader()!;
        await _source.Requested.Task.WaitAsync(Cancellation);

        var waiting = renewer.ReplaceAsync(header, Cancellation).AsTask();
        _source.OnRequest = () => _source.RequestFailure = _source.Requests > 1 ? null : _source.RequestFailure;
        _source.Barrier.SetResult();

        (await waiting).ShouldNotBeNull().Parameter.ShouldBe("token-2");
        _source.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_withdrawn_token_is_looked_at_again_before_it_is_used()
    {
        var renewer = Renewer(_source.Issue());
        renewer.Withdraw();
        renewer.TryGetHeader().ShouldBeNull();

        var header = await renewer.GetHeaderAsync(Cancellation);

        header.ShouldNotBeNull().Parameter.ShouldBe("token-1");
        renewer.TryGetHeader().ShouldNotBeNull();
    }

    [Fact]
    public void A_token_in_hand_costs_nothing()
    {
        var renewer = Renewer(_source.Issue());
        Use(renewer);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1_000; round++)
        {
            Use(renewer);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Use(TokenRenewer renewer)
        {
            var header = renewer.GetHeaderAsync(CancellationToken.None);
            if (!header.IsCompletedSuccessfully)
            {
                throw new InvalidOperationException("The header was not in hand.");
            }
        }
    }

    private TokenRenewer Renewer(TokenData? initial)
    {
        _source.Stored = initial;
        var settings = new TokenRenewalSettings(
            TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(5), new InProcessTokenRenewalLock(), "test", _time, NullLogger.Instance, Telemetry.Default, CancellationToken.None);
        return new TokenRenewer(_source, settings, initial);
    }
}
