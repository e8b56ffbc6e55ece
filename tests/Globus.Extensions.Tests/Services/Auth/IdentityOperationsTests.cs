using System.Net;
using Globus.Extensions.Emulator;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Auth;

public class IdentityOperationsTests
{
    private const string Path = "/auth/v2/api/identities";
    private const string Empty = """{"identities":[]}""";

    [Fact]
    public async Task Identities_are_found_by_their_ids_whatever_the_notation()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var (ada, grace) = (globus.Emulator.Seed.Users[0], globus.Emulator.Seed.Users[1]);

        var found = await IdentitiesOf(globus).GetByIdsAsync(
            [ada.Id, new IdentityId("urn:uuid:" + grace.Id), new IdentityId(ada.Id.ToString("B")), Guid.NewGuid()], TestContext.Current.CancellationToken);

        found.Select(static identity => identity.Id).ShouldBe([ada.Id, grace.Id]);
        found[0].Username.ShouldBe(ada.UserName);
        found[0].Name.ShouldBe(ada.Name);
        found[0].Email.ShouldBe(ada.Email);
        found[0].Organization.ShouldBe(ada.Organization);
        found[0].Status.ShouldBe(IdentityStatus.Used);
        found[0].IdentityProvider.ShouldNotBeNull();
    }

    [Fact]
    public async Task Identities_are_found_by_their_user_names_and_the_unknown_are_left_out()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var found = await IdentitiesOf(globus).GetByUsernamesAsync(
            ["GRACE@example.org", "nobody@example.org", "grace@example.org"], cancellationToken: TestContext.Current.CancellationToken);

        found.ShouldHaveSingleItem().Id.ShouldBe(globus.Emulator.Seed.Users[1].Id);
    }

    [Fact]
    public async Task A_user_name_that_is_nobodys_is_provisioned_where_that_is_wanted()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var identities = IdentitiesOf(globus);

        var provisioned = await identities.GetByUsernamesAsync(["new@example.org"], provision: true, TestContext.Current.CancellationToken);
        var found = await identities.GetAsync(new IdentityQuery { Usernames = ["new@example.org"] }, TestContext.Current.CancellationToken);

        provisioned.ShouldHaveSingleItem().Status.ShouldBe(IdentityStatus.Unused);
        found.ShouldHaveSingleItem().Id.ShouldBe(provisioned[0].Id);
    }

    [Fact]
    public async Task One_identity_has_a_route_of_its_own()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var ada = globus.Emulator.Seed.Users[0];

        var found = await IdentitiesOf(globus).GetAsync(ada.Id, TestContext.Current.CancellationToken);

        found.Username.ShouldBe(ada.UserName);
        globus.Emulator.Requests[^1].Path.ShouldBe($"{Path}/{ada.Id}");
    }

    [Fact]
    public async Task An_unknown_identity_of_its_own_is_a_404()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var exception = await Should.ThrowAsync<AuthApiException>(() => IdentitiesOf(globus).GetAsync(Guid.NewGuid(), TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task More_than_a_hundred_are_asked_for_in_batches()
    {
        var people = Enumerable.Range(0, 250).Select(static number => new EmulatorUser { Id = Guid.NewGuid(), UserName = $"person{number}@example.org" }).ToList();
        var seed = EmulatorSeed.CreateDefault();
        await using var globus = await EmulatedGlobus.StartAsync(new GlobusEmulatorOptions { Seed = seed with { Users = [.. seed.Users, .. people] } });

        var found = await IdentitiesOf(globus).GetByIdsAsync(people.Select(static person => (IdentityId)person.Id), TestContext.Current.CancellationToken);

        found.Select(static identity => identity.Id).ShouldBe(people.Select(static person => (IdentityId)person.Id));
        globus.Emulator.Requests.Count(static request => request.Path == Path).ShouldBe(3);
    }

    [Fact]
    public async Task A_thousand_added_keys_need_ten_requests()
    {
        var people = Enumerable.Range(0, 1_000).Select(static number => new EmulatorUser { Id = Guid.NewGuid(), UserName = $"person{number}@example.org" }).ToList();
        var seed = EmulatorSeed.CreateDefault();
        await using var globus = await EmulatedGlobus.StartAsync(new GlobusEmulatorOptions { Seed = seed with { Users = [.. seed.Users, .. people] } });
        var map = new IdentityMap(globus.Provide().GetRequiredService<AuthClient>(), people.Select(static person => person.Id.ToString()));

        foreach (var person in people)
        {
            (await map.GetAsync(person.Id.ToString(), TestContext.Current.CancellationToken))!.Username.ShouldBe(person.UserName);
            (await map.GetAsync(person.UserName, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        }

        globus.Emulator.Requests.Count(static request => request.Path == Path).ShouldBe(10);
    }

    [Fact]
    public async Task Long_user_names_are_asked_for_in_urls_that_servers_take()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var names = Enumerable.Range(0, 100).Select(static number => $"{new string('ü', 60)}{number}@example.org").ToList();
        var handler = new ScriptedHandler([.. Enumerable.Repeat(ScriptedHandler.Json(Empty), 20)]);

        await Scripted(globus, handler).GetByUsernamesAsync(names, cancellationToken: TestContext.Current.CancellationToken);

        handler.Requests.ShouldAllBe(static request => request.Uri.PathAndQuery.Length < 7_500);
        handler.Requests.SelectMany(static request => request.Query["usernames"].Split(',')).ShouldBe(names);
        handler.Requests.Count.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task Parameters_of_the_callers_own_go_along_with_every_batch()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var handler = new ScriptedHandler(ScriptedHandler.Json(Empty), ScriptedHandler.Json(Empty));

        await Scripted(globus, handler).GetAsync(
            new IdentityQuery { Ids = Enumerable.Range(0, 101).Select(static _ => (IdentityId)Guid.NewGuid()), ExtraParameters = [new("include", "a & b")] },
            TestContext.Current.CancellationToken);

        handler.Requests.Select(static request => request.Query["include"]).ShouldBe(["a & b", "a & b"]);
        handler.Requests.ShouldAllBe(static request => !request.Query.ContainsKey("provision"));
    }

    public static TheoryData<IdentityQuery, string> Mistakes => new()
    {
        { new IdentityQuery(), "at least one" },
        { new IdentityQuery { Ids = [], Usernames = [] }, "at least one" },
        { new IdentityQuery { Ids = [Guid.Empty], Usernames = ["a@example.org"] }, "not by both" },
        { new IdentityQuery { Ids = [Guid.Empty], Provision = true }, "provisioned by user names" },
        { new IdentityQuery { Ids = [Guid.Empty, new IdentityId("DEFAULT")] }, "'DEFAULT' is no id" },
        { new IdentityQuery { Ids = [default] }, "'' is no id" },
        { new IdentityQuery { Usernames = ["a@example.org", " "] }, "blank" },
        { new IdentityQuery { Usernames = ["a@example.org,b@example.org"] }, "comma" },
        { new IdentityQuery { Usernames = [null!] }, "blank" },
        { new IdentityQuery { Usernames = ["a@example.org"], ExtraParameters = [new("Provision", "true")] }, "belongs to the protocol" },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task A_query_that_the_service_could_not_answer_is_refused(IdentityQuery query, string hint)
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var identities = IdentitiesOf(globus);

        var exception = await Should.ThrowAsync<ArgumentException>(() => identities.GetAsync(query, TestContext.Current.CancellationToken));

        exception.Message.ShouldContain(hint);
        globus.Emulator.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lookup_of_nobody_is_refused()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var identities = IdentitiesOf(globus);

        (await Should.ThrowAsync<ArgumentException>(() => identities.GetByIdsAsync([], TestContext.Current.CancellationToken))).ParamName.ShouldBe("ids");
        (await Should.ThrowAsync<ArgumentException>(() => identities.GetByUsernamesAsync([], cancellationToken: TestContext.Current.CancellationToken)))
            .ParamName.ShouldBe("usernames");
    }

    private static IdentityOperations IdentitiesOf(EmulatedGlobus globus) => globus.Provide().GetRequiredService<AuthClient>().Identities;

    private static IdentityOperations Scripted(EmulatedGlobus globus, ScriptedHandler handler) =>
        globus.ProvideScripted(handler).GetRequiredService<AuthClient>().Identities;
}
