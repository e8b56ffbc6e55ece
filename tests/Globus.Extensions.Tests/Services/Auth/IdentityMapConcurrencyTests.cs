using System.Net;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Auth;
using Globus.Extensions.Tests.Http;
using static Globus.Extensions.Tests.Services.Auth.ScriptedIdentities;

namespace Globus.Extensions.Tests.Services.Auth;

public class IdentityMapConcurrencyTests
{
    private const int Callers = 64;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixty_four_callers_of_one_key_share_one_request()
    {
        var identities = new ScriptedIdentities().Hold();
        var map = new IdentityMap(identities.Client);

        var lookups = StartTogether(Callers, _ => map.GetAsync(Username(1), Token));
        identities.Release();

        (await Task.WhenAll(lookups)).ShouldAllBe(static identity => identity!.Id.Value == Id(1));
        identities.Requests.ShouldHaveSingleItem().ShouldBe([Username(1)]);
    }

    [Fact]
    public async Task Lookups_that_come_while_a_request_is_under_way_share_the_next_one()
    {
        var identities = new ScriptedIdentities().Hold();
        var map = new IdentityMap(identities.Client);
        var first = map.GetAsync(Id(1_000), Token).AsTask();
        await identities.Arrived.WaitAsync(Token);

        var lookups = StartTogether(Callers, number => map.GetAsync(Id(number), Token));
        identities.Release();

        await first;
        (await Task.WhenAll(lookups)).Select(static identity => identity!.Id.Value).ShouldBe(Enumerable.Range(0, Callers).Select(Id));
        identities.Requests.Count.ShouldBe(2);
        identities.Requests[1].Order().ShouldBe(Enumerable.Range(0, Callers).Select(Id).Order());
    }

    [Fact]
    public async Task A_thousand_lookups_at_once_of_keys_that_nobody_added_need_eleven_requests_at_most()
    {
        var identities = new ScriptedIdentities().Hold();
        var map = new IdentityMap(identities.Client);

        var lookups = StartTogether(1_000, number => map.GetAsync(Id(number), Token));
        await identities.Arrived.WaitAsync(Token);
        identities.Release();

        (await Task.WhenAll(lookups)).Select(static identity => identity!.Id.Value).ShouldBe(Enumerable.Range(0, 1_000).Select(Id));
        identities.Requests.Count.ShouldBeLessThanOrEqualTo(11);
        identities.Requests.SelectMany(static keys => keys).ShouldBeUnique();
    }

    [Fact]
    public async Task A_key_that_goes_along_is_not_asked_for_again_meanwhile()
    {
        var identities = new ScriptedIdentities().Hold();
        var map = new IdentityMap(identities.Client, [Id(1), Id(2)]);
        var first = map.GetAsync(Id(1), Token).AsTask();
        await identities.Arrived.WaitAsync(Token);

        map.Add(Id(2)).ShouldBeFalse();
        var second = map.GetAsync(Id(2), Token).AsTask();
        identities.Release();

        (await first)!.Username.ShouldBe(Username(1));
        (await second)!.Username.ShouldBe(Username(2));
        identities.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_cancels_stops_waiting_and_the_others_get_their_answer()
    {
        var identities = new ScriptedIdentities().Hold();
        var map = new IdentityMap(identities.Client);
        using var impatience = new CancellationTokenSource();
        var impatient = map.GetAsync(Id(1), impatience.Token).AsTask();
        var patient = map.GetAsync(Id(1), Token).AsTask();
        await identities.Arrived.WaitAsync(Token);

        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        identities.Release();

        (await patient)!.Username.ShouldBe(Username(1));
        identities.Cancelled.IsCompleted.ShouldBeFalse();
        identities.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_for_which_nobody_waits_any_more_is_cancelled_and_its_keys_are_asked_for_again()
    {
        var identities = new ScriptedIdentities().Hold();
        var map = new IdentityMap(identities.Client, [Id(1), Id(2)]);
        using var impatience = new CancellationTokenSource();
        Task[] lookups = [map.GetAsync(Id(1), impatience.Token).AsTask(), map.GetAllAsync([Id(2)], impatience.Token)];
        await identities.Arrived.WaitAsync(Token);

        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => lookups[0]);
        await Should.ThrowAsync<OperationCanceledException>(() => lookups[1]);
        await identities.Cancelled.WaitAsync(Token);
        identities.Release();

        (await map.GetAsync(Id(2), Token))!.Username.ShouldBe(Username(2));
        identities.Requests.Select(static keys => keys.Order().ToArray()).ShouldBe([[Id(1), Id(2)], [Id(1), Id(2)]]);
    }

    [Fact]
    public async Task A_failure_reaches_all_who_wait_and_the_next_lookup_asks_for_all_keys_again()
    {
        var failure = await ErrorResponse.ReadAsync("{}", HttpStatusCode.ServiceUnavailable, service: GlobusService.Auth);
        var isDown = true;
        var identities = new ScriptedIdentities(_ => isDown ? failure : null).Hold();
        var map = new IdentityMap(identities.Client, Enumerable.Range(0, 10).Select(Id));

        var lookups = StartTogether(2, number => map.GetAsync(Id(number), Token));
        identities.Release();
        (await Should.ThrowAsync<Exception>(() => lookups[0])).ShouldBeSameAs(failure);
        (await Should.ThrowAsync<Exception>(() => lookups[1])).ShouldBeSameAs(failure);
        isDown = false;

        (await map.GetAsync(Id(9), Token)).ShouldNotBeNull();
        identities.Requests.Select(static keys => keys.Length).ShouldBe([10, 10]);
    }

    [Fact]
    public async Task A_key_that_the_service_refuses_does_not_spoil_the_lookups_that_follow()
    {
        var refusal = await ErrorResponse.ReadAsync("{}", HttpStatusCode.BadRequest, service: GlobusService.Auth);
        var identities = new ScriptedIdentities(keys => keys.Contains("poison") ? refusal : null);
        var map = new IdentityMap(identities.Client, ["poison"]);

        (await Should.ThrowAsync<Exception>(() => map.GetAsync(Username(1), Token).AsTask())).ShouldBeSameAs(refusal);

        (await map.GetAsync(Username(1), Token)).ShouldNotBeNull();
        identities.Requests.Select(static keys => keys.Length).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task A_failure_that_nobody_waits_for_is_observed()
    {
        var unobserved = 0;
        var failure = await ErrorResponse.ReadAsync("{}", HttpStatusCode.ServiceUnavailable, service: GlobusService.Auth);
        EventHandler<UnobservedTaskExceptionEventArgs> count = (_, arguments) =>
            Interlocked.Add(ref unobserved, arguments.Exception.InnerExceptions.Contains(failure) ? 1 : 0);
        TaskScheduler.UnobservedTaskException += count;
        try
        {
            var map = new IdentityMap(new ScriptedIdentities(_ => failure).Client);
            await Should.ThrowAsync<Exception>(() => map.GetAllAsync([.. Enumerable.Range(0, 500).Select(Id), Username(1)], Token));
#pragma warning disable S1215 // The finalizer is what reports it.
            GC.Collect();
#pragma warning restore S1215
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= count;
        }

        unobserved.ShouldBe(0);
    }

    [Fact]
    public async Task Maps_that_share_a_cache_see_what_the_others_found()
    {
        var identities = new ScriptedIdentities();
        var cache = new IdentityCache();
        var one = new IdentityMap(identities.Client, options: new IdentityMapOptions { Cache = cache });
        var other = new IdentityMap(identities.Client, [Username(1), Username(2)], new IdentityMapOptions { Cache = cache });

        var found = await one.GetAsync(Id(1), Token);

        (await other.GetAsync(Username(1), Token)).ShouldBeSameAs(found);
        await other.GetAsync(Username(2), Token);
        identities.Requests.ShouldBe([[Id(1)], [Username(2)]]);
    }

    [Fact]
    public async Task Answers_are_right_when_maps_fight_for_a_cache_that_is_too_small()
    {
        var identities = new ScriptedIdentities();
        var options = new IdentityMapOptions { BatchSize = 7, Cache = new IdentityCache(capacity: 5) };
        var maps = Enumerable.Range(0, 4).Select(_ => new IdentityMap(identities.Client, Enumerable.Range(0, 50).Select(Id), options)).ToList();

        var lookups = StartTogether(2_000, number => maps[number % 4].GetAsync(number % 3 == 0 ? Username(number % 50) : Id(number % 50), Token));

        (await Task.WhenAll(lookups)).Index().ShouldAllBe(static found => found.Item!.Id.Value == Id(found.Index % 50));
        options.Cache.Count.ShouldBe(5);
        identities.Requests.ShouldAllBe(static keys => keys.Length <= 7);
    }

    // Every lookup is under way when this returns.
    private static Task<Identity?>[] StartTogether(int count, Func<int, ValueTask<Identity?>> lookUp)
    {
        var lookups = new Task<Identity?>[count];
        Parallel.For(0, count, number => lookups[number] = lookUp(number).AsTask());
        return lookups;
    }
}
