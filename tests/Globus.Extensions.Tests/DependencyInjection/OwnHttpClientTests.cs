using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.DependencyInjection;

public sealed class OwnHttpClientTests : EmulatorTests
{
    private const string Scope = "urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships";

    [Fact]
    public async Task An_http_client_of_ones_own_gets_the_token()
    {
        await using var provider = Build(Emulator.GroupsUrl);

        using var response = await GetAsync(provider, "v2/groups/my_groups");

        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_401_renews_the_token_once()
    {
        await using var provider = Build(Emulator.GroupsUrl);
        using var first = await GetAsync(provider, "v2/groups/my_groups");
        Emulator.RevokeAccessTokens();
        Emulator.ClearRequests();

        using var response = await GetAsync(provider, "v2/groups/my_groups");

        response.IsSuccessStatusCode.ShouldBeTrue();
        Emulator.Requests.Select(request => request.StatusCode).ShouldBe([401, 200, 200]);
    }

    [Theory]
    [InlineData("../transfer/v0.10/submission_id")]
    [InlineData("/transfer/v0.10/submission_id")]
    [InlineData("%2e%2e/transfer/v0.10/submission_id")]
    [InlineData("..%2ftransfer/v0.10/submission_id")]
    [InlineData("https://evil.example/groups/")]
    [InlineData("http://127.0.0.1:1/groups/")]
    public async Task The_token_goes_nowhere_else(string url)
    {
        await using var provider = Build(Emulator.GroupsUrl);

        var error = await Should.ThrowAsync<InvalidOperationException>(() => GetAsync(provider, url));

        error.Message.ShouldContain($"is outside of {Emulator.GroupsUrl}");
        Emulator.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_base_address_without_its_slash_covers_no_longer_name()
    {
        await using var provider = Build(new Uri(Emulator.BaseUrl, "groups"));

        await Should.ThrowAsync<InvalidOperationException>(() => GetAsync(provider, "groupsx/v2"));
        using var response = await GetAsync(provider, "groups/v2/groups/my_groups");

        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_header_that_the_caller_set_is_left_alone()
    {
        await using var provider = Build(Emulator.GroupsUrl);
        using var request = new HttpRequestMessage(HttpMethod.Get, "v2/groups/my_groups");
        request.Headers.Authorization = new("Bearer", "mine");

        using var response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("own").SendAsync(request, CancellationToken);

        ((int)response.StatusCode).ShouldBe(401);
        Arrived("/auth/").ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_base_address_it_is_said_what_to_set()
    {
        await using var provider = Build(null);

        var error = Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("own"));

        error.Message.ShouldContain($"The HttpClient 'own' has no base address, so it is not known where tokens for '{Groups}' may go. Set its BaseAddress");
    }

    [Fact]
    public async Task A_base_address_without_https_is_refused()
    {
        await using var provider = Build(new Uri("http://groups.example/"));

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("own"))
            .Message.ShouldContain("'http://groups.example/' of the HttpClient 'own' is not https");
    }

    [Fact]
    public async Task The_scopes_join_those_of_the_app()
    {
        const string Flows = "https://auth.globus.org/scopes/flows.globus.org/run";
        await using var provider = BuildClientApp(static globus => globus.Services.AddHttpClient("flows").AddGlobusAuthorization("flows.globus.org", Flows));

        provider.GetRequiredService<IGlobusApp>().ScopeRequirements["flows.globus.org"].ShouldBe([Flows]);
    }

    [Fact]
    public void A_malformed_scope_is_refused_at_once()
    {
        var services = TestApps.Services();
        services.AddGlobus();

        Should.Throw<FormatException>(() => services.AddHttpClient("flows").AddGlobusAuthorization("flows.globus.org", "run", "run[*"))
            .Message.ShouldStartWith("The scope string is malformed at position 5 (counted from 0): the name of a scope was expected after '*', but the text ends.");
    }

    [Fact]
    public async Task A_client_may_belong_to_a_named_app()
    {
        var services = TestApps.Services();
        services.AddGlobus("grace", static options => options.LoginFlows.Add("as-grace"))
            .UseEmulator(Emulator)
            .AddLoginFlow("as-grace", (_, _, client, settings) => new SignInFlow(Emulator, "grace@example.org", client, settings));
        services.AddHttpClient("own").AddGlobusAuthorization(options =>
        {
            (options.AppName, options.ResourceServer, options.BaseUrl) = ("grace", Groups, Emulator.GroupsUrl);
            options.Scopes.Add(Scope);
        });
        await using var provider = services.Build();

        using var response = await GetAsync(provider, new Uri(Emulator.GroupsUrl, "v2/groups/my_groups").AbsoluteUri);

        (await response.Content.ReadAsStringAsync(CancellationToken)).ShouldContain("10000000-0000-4000-8000-000000000004");
    }

    [Theory]
    [InlineData("")]
    [InlineData("lab")]
    public void An_app_that_is_not_registered_is_an_error_at_once(string name) =>
        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddHttpClient("own").AddGlobusAuthorization(options =>
            (options.AppName, options.ResourceServer) = (name, Groups))).Message.ShouldContain("before AddGlobusAuthorization");

    [Fact]
    public void A_resource_server_has_to_be_named() =>
        Should.Throw<ArgumentException>(() => TestApps.Services().AddGlobus().Services.AddHttpClient("own").AddGlobusAuthorization(""));

    private ServiceProvider Build(Uri? baseAddress) => BuildClientApp(globus => globus.Services
        .AddHttpClient("own", client => client.BaseAddress = baseAddress)
        .AddGlobusAuthorization(Groups, Scope));

    private static Task<HttpResponseMessage> GetAsync(ServiceProvider provider, string url) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient("own").GetAsync(new Uri(url, UriKind.RelativeOrAbsolute), CancellationToken);
}
