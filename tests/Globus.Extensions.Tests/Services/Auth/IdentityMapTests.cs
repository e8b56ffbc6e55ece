using Globus.Extensions.Services.Auth;
using static Globus.Extensions.Tests.Services.Auth.ScriptedIdentities;

namespace Globus.Extensions.Tests.Services.Auth;

public class IdentityMapTests
{
    private readonly ScriptedIdentities _identities = new();

    [Fact]
    public async Task A_lookup_takes_along_the_added_keys_of_its_kind()
    {
        var map = new IdentityMap(_identities.Client, [Id(1), Username(2), Id(3)]);
        map.Add(Username(4)).ShouldBeTrue();

        var found = await map.GetAsync(Id(3), TestContext.Current.CancellationToken);
        await map.GetAsync(Username(4), TestContext.Current.CancellationToken);

        found!.Username.ShouldBe(Username(3));
        _identities.Requests.Select(static keys => keys.Order().ToArray()).ShouldBe([[Id(1), Id(3)], [Username(2), Username(4)]]);
    }

    [Fact]
    public async Task What_was_found_is_known_under_its_id_and_its_user_name()
    {
        var map = new IdentityMap(_identities.Client);

        var byUsername = await map.GetAsync(Username(7), TestContext.Current.CancellationToken);
        var byId = await map.GetAsync(Id(7), TestContext.Current.CancellationToken);

        byId.ShouldBeSameAs(byUsername);
        map.Add(Id(7)).ShouldBeFalse();
        _identities.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void A_known_key_is_not_added_twice()
    {
        var map = new IdentityMap(_identities.Client, [Id(1)]);

        map.Add(Id(1)).ShouldBeFalse();
        map.Add(Username(1)).ShouldBeTrue();
        map.Add(Username(1).ToUpperInvariant()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("00000007000000000000000000000000")]
    [InlineData("{00000007-0000-0000-0000-000000000000}")]
    [InlineData("URN:UUID:00000007-0000-0000-0000-000000000000")]
    [InlineData("  00000007-0000-0000-0000-000000000000 ")]
    public async Task An_id_may_be_in_any_notation(string id)
    {
        var map = new IdentityMap(_identities.Client, [Id(7)]);

        map.Add(id).ShouldBeFalse();
        (await map.GetAsync(id, TestContext.Current.CancellationToken))!.Username.ShouldBe(Username(7));
        _identities.Requests.ShouldHaveSingleItem().ShouldBe([Id(7)]);
    }

    [Fact]
    public async Task A_user_name_is_found_in_another_letter_case()
    {
        var map = new IdentityMap(_identities.Client);

        (await map.GetAsync("USER7@Example.org", TestContext.Current.CancellationToken))!.Username.ShouldBe(Username(7));
        (await map.GetAsync("user7@EXAMPLE.org", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        _identities.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_identity_is_an_answer_that_is_not_remembered()
    {
        var map = new IdentityMap(_identities.Client);
        var nobody = new Identity { Id = Guid.Empty };

        (await map.GetAsync("nobody@example.org", TestContext.Current.CancellationToken)).ShouldBeNull();
        (await map.GetOrDefaultAsync("nobody@example.org", nobody, TestContext.Current.CancellationToken)).ShouldBeSameAs(nobody);
        var exception = await Should.ThrowAsync<KeyNotFoundException>(
            async () => await map.GetRequiredAsync("nobody@example.org", TestContext.Current.CancellationToken));

        exception.Message.ShouldContain("nobody@example.org");
        _identities.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_known_identity_is_preferred_to_the_default()
    {
        var map = new IdentityMap(_identities.Client);

        (await map.GetOrDefaultAsync(Id(1), new Identity { Id = Guid.Empty }, TestContext.Current.CancellationToken)).Username.ShouldBe(Username(1));
        (await map.GetRequiredAsync(Id(1), TestContext.Current.CancellationToken)).Username.ShouldBe(Username(1));
    }

    [Fact]
    public async Task Removing_a_key_leaves_the_other_one_and_the_pending_keys()
    {
        var map = new IdentityMap(_identities.Client);
        await map.GetAsync(Id(1), TestContext.Current.CancellationToken);
        map.Add(Id(2));

        map.Remove(Id(1)).ShouldBeTrue();
        map.Remove(Id(1)).ShouldBeFalse();
        map.Remove(Id(2)).ShouldBeFalse();

        (await map.GetAsync(Username(1), TestContext.Current.CancellationToken)).ShouldNotBeNull();
        await map.GetAsync(Id(1), TestContext.Current.CancellationToken);
        _identities.Requests.ShouldBe([[Id(1)], [Id(1), Id(2)]]);
    }

    [Fact]
    public async Task No_request_asks_for_more_than_the_batch_size()
    {
        var map = new IdentityMap(_identities.Client, Enumerable.Range(0, 7).Select(Id), new IdentityMapOptions { BatchSize = 3 });

        for (var number = 0; number < 7; number++)
        {
            await map.GetAsync(Id(number), TestContext.Current.CancellationToken);
        }

        map.BatchSize.ShouldBe(3);
        _identities.Requests.Select(static keys => keys.Length).ShouldBe([3, 3, 1]);
    }

    [Fact]
    public async Task Many_are_got_at_once_with_an_answer_for_every_key()
    {
        var map = new IdentityMap(_identities.Client, [Id(9_999)]);
        string[] keys = [.. Enumerable.Range(0, 500).Select(Id), .. Enumerable.Range(0, 499).Select(Username), "nobody@example.org"];

        var all = await map.GetAllAsync(keys.Append(Id(5).ToUpperInvariant()), TestContext.Current.CancellationToken);

        _identities.Requests.Count.ShouldBe(10);
        all.Count.ShouldBe(1_001);
        all["nobody@example.org"].ShouldBeNull();
        all[Id(5).ToUpperInvariant()].ShouldBeSameAs(all[Id(5)]);
        keys[..^1].ShouldAllBe(key => all[key]!.Id.Value == key || all[key]!.Username == key);
    }

    [Fact]
    public async Task What_is_known_is_not_asked_for_among_many()
    {
        var map = new IdentityMap(_identities.Client);
        await map.GetAsync(Id(1), TestContext.Current.CancellationToken);

        (await map.GetAllAsync([Id(1), Username(1)], TestContext.Current.CancellationToken)).Count.ShouldBe(2);
        (await map.GetAllAsync([], TestContext.Current.CancellationToken)).ShouldBeEmpty();

        _identities.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_remembered_costs_neither_a_wait_nor_memory()
    {
        var map = new IdentityMap(_identities.Client);
        await map.GetAllAsync([Id(1), Username(2)], TestContext.Current.CancellationToken);
        var keys = (Id(1), Username(2));

        var cancellationToken = TestContext.Current.CancellationToken;
        Get(map, keys, 1, cancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Get(map, keys, 1_000, cancellationToken);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a@example.org,b@example.org")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var map = new IdentityMap(_identities.Client);

        Should.Throw<ArgumentException>(() => map.Add(key));
        Should.Throw<ArgumentException>(() => map.Remove(key));
        Should.Throw<ArgumentException>(() => new IdentityMap(_identities.Client, [key]));
        await Should.ThrowAsync<ArgumentException>(async () => await map.GetAsync(key, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ArgumentException>(() => map.GetAllAsync([Id(1), key], TestContext.Current.CancellationToken));
        _identities.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_batch_size_that_the_service_would_refuse_is_refused(int batchSize) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new IdentityMap(_identities.Client, options: new IdentityMapOptions { BatchSize = batchSize }))
            .Message.ShouldContain("between 1 and 100");

    private static void Get(IdentityMap map, (string Id, string Username) keys, int rounds, CancellationToken cancellationToken)
    {
        for (var round = 0; round < rounds; round++)
        {
            if (!map.GetAsync(keys.Id, cancellationToken).IsCompletedSuccessfully || !map.GetAsync(keys.Username, cancellationToken).IsCompletedSuccessfully)
            {
                throw new InvalidOperationException("It was not remembered.");
            }
        }
    }
}
