using System.Collections.Concurrent;
using System.Net;
using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.DependencyInjection;

public sealed class PipelineTests : EmulatorTests
{
    private const string MyGroups = "/groups/v2/groups/my_groups";

    private readonly ConcurrentQueue<string> _seen = new();

    [Fact]
    public async Task Handlers_of_the_application_see_authorized_attempts()
    {
        await using var provider = BuildClientApp(globus => globus.ConfigureHttpClients(Record("hook", HttpStatusCode.ServiceUnavailable)));

        await GetMyGroupsAsync(provider);

        _seen.ShouldBe([$"hook {MyGroups} with Bearer", $"hook {MyGroups} with Bearer"]);
        Arrived("/groups/").ShouldBe(1);
    }

    [Fact]
    public async Task Handlers_of_the_application_see_the_resend_after_a_401()
    {
        await using var provider = BuildClientApp(globus => globus.ConfigureHttpClients(Record("hook")));
        await GetMyGroupsAsync(provider);
        Emulator.RevokeAccessTokens();
        _seen.Clear();

        await GetMyGroupsAsync(provider);

        _seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Handlers_for_all_clients_do_not_reach_the_service_clients()
    {
        var services = TestApps.Services();
        services.ConfigureHttpClientDefaults(Record("outside"));
        AddClientApp(services).ConfigureHttpClients(Record("hook", HttpStatusCode.BadGateway));
        await using var provider = services.Build();

        await GetMyGroupsAsync(provider);

        _seen.ShouldBe([$"hook {MyGroups} with Bearer", $"hook {MyGroups} with Bearer"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handlers_for_all_clients_do_not_reach_the_grants(bool before)
    {
        var services = TestApps.Services();
        if (before)
        {
            services.ConfigureHttpClientDefaults(Record("outside", HttpStatusCode.BadGateway));
        }

        AddClientApp(services);
        if (!before)
        {
            services.ConfigureHttpClientDefaults(Record("outside", HttpStatusCode.BadGateway));
        }

        await using var provider = services.Build();

        await provider.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: CancellationToken);

        _seen.ShouldBeEmpty();
        Arrived("/auth/v2/oauth2/token").ShouldBe(1);
    }

    [Fact]
    public async Task The_hook_of_the_grants_sees_grants_only()
    {
        await using var provider = BuildClientApp(globus => globus.ConfigureOAuthHttpClient(Record("grants")));

        await GetMyGroupsAsync(provider);

        _seen.ShouldBe(["grants /auth/v2/oauth2/token with Basic"]);
    }

    [Fact]
    public async Task Each_client_has_a_hook_of_its_own()
    {
        await using var provider = BuildClientApp(globus => globus
            .ConfigureAuthHttpClient(Record("auth"))
            .ConfigureGroupsHttpClient(Record("groups"))
            .ConfigureTransferHttpClient(Record("transfer")));

        await provider.GetRequiredService<AuthClient>().GetUserInfoAsync(CancellationToken);
        await GetMyGroupsAsync(provider);
        using var request = new HttpRequestMessage(HttpMethod.Get, "v0.10/submission_id");
        using var response = await provider.GetRequiredService<TransferClient>().SendAsync(request, CancellationToken);

        _seen.ShouldBe(["auth /auth/v2/oauth2/userinfo with Bearer", $"groups {MyGroups} with Bearer", "transfer /transfer/v0.10/submission_id with Bearer"]);
    }

    [Fact]
    public async Task A_hook_concerns_its_own_app_only()
    {
        var services = TestApps.Services();
        AddClientApp(services);
        services.AddGlobus("lab").UseEmulator(Emulator).ConfigureHttpClients(Record("lab"));
        await using var provider = services.Build();

        await GetMyGroupsAsync(provider);

        _seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_default_timeout_of_the_application_does_not_cut_logins_short()
    {
        var services = TestApps.Services();
        services.ConfigureHttpClientDefaults(static client => client.ConfigureHttpClient(static http => http.Timeout = TimeSpan.FromTicks(1)));
        AddClientApp(services);
        await using var provider = services.Build();

        await GetMyGroupsAsync(provider);

        Arrived("/groups/").ShouldBe(1);
    }

    private static Task GetMyGroupsAsync(ServiceProvider provider) => provider.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken);

    private Action<IHttpClientBuilder> Record(string name, HttpStatusCode? firstAnswer = null) =>
        client => client.AddHttpMessageHandler(() => new RecordingHandler(name, _seen, firstAnswer));
}
