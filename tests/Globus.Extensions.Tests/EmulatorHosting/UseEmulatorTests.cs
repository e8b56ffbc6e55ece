using Globus.Extensions.Apps;
using Globus.Extensions.Emulator.Hosting;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Tests.EmulatorHosting;

public sealed class UseEmulatorTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_any_setting_the_first_person_of_the_seed_is_logged_in()
    {
        using var host = await EmulatedHost.StartAsync();

        var user = await host.Services.GetRequiredService<AuthClient>().GetUserInfoAsync(CancellationToken);

        user.PreferredUsername.ShouldBe("ada@example.org");
    }

    [Fact]
    public async Task The_options_fill_in_what_fits_the_emulator()
    {
        using var host = await EmulatedHost.StartAsync();

        var options = host.Services.Options();

        options.ClientId.ShouldBe(TestApps.NativeClientId);
        options.TokenStorage.ShouldBe("memory");
        options.LoginFlows.ShouldBe([EmulatorLoginFlow.Name]);
        options.ServiceUrls.Values.ShouldAllBe(url => url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_person_may_be_named()
    {
        using var host = await EmulatedHost.StartAsync(emulator: static options => options.UserName = "grace@example.org");

        (await host.Services.GetRequiredService<AuthClient>().GetUserInfoAsync(CancellationToken)).PreferredUsername.ShouldBe("grace@example.org");
    }

    [Fact]
    public async Task A_person_whom_nobody_knows_cannot_log_in()
    {
        using var host = await EmulatedHost.StartAsync(emulator: static options => options.UserName = "eve@example.org");

        var error = await Should.ThrowAsync<LoginFlowException>(() => host.Services.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: CancellationToken));

        error.Message.ShouldContain("The emulator did not let 'eve@example.org' in");
    }

    [Fact]
    public async Task An_app_of_a_client_gets_a_client_of_the_seed()
    {
        using var host = await EmulatedHost.StartAsync(["Globus:Kind=Client"]);

        host.Services.GetRequiredService<IGlobusApp>().ShouldBeOfType<ClientApp>();
        (await host.Services.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_native_client_that_the_seed_does_not_know_works()
    {
        using var host = await EmulatedHost.StartAsync(["Globus:ClientId=6b2f5c1e-0000-4000-8000-0123456789ab"]);

        (await host.Services.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_confidential_client_that_the_seed_does_not_know_works()
    {
        using var host = await EmulatedHost.StartAsync(["Globus:ClientId=6b2f5c1e-0000-4000-8000-0123456789ab", "Globus:ClientSecret=mine"]);

        await host.Services.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: CancellationToken);

        host.Services.GetRequiredService<GlobusLoginClient>().ShouldBeOfType<ConfidentialLoginClient>();
    }

    [Fact]
    public async Task A_secret_without_an_id_is_an_error_here_too()
    {
        using var host = EmulatedHost.Build(["Globus:ClientSecret=mine"]);

        (await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => host.StartAsync(CancellationToken)))
            .Message.ShouldContain("Globus:ClientId: is missing, although a client secret is set");
    }

    [Fact]
    public async Task Settings_that_come_after_it_count()
    {
        using var host = await EmulatedHost.StartAsync(globus: static globus => globus.Services.Configure<GlobusOptions>(
            static options => (options.ClientId, options.ClientSecret) = (TestApps.ServiceClientId, TestApps.ServiceClientSecret)));

        host.Services.Options().LoginFlows.ShouldBeEmpty();
        (await host.Services.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken))
            .Select(group => group.Name).ShouldContain("Robots");
    }

    [Fact]
    public async Task Two_apps_of_a_host_share_its_emulator()
    {
        using var host = await EmulatedHost.StartAsync(globus: static globus => globus.Services.AddGlobus("robot", static options => options.Kind = Extensions.Configuration.GlobusAppKind.Client).UseEmulator());

        host.Services.Options("robot").ServiceUrls["groups"].ShouldBe(host.Services.Options().ServiceUrls["groups"]);
        (await host.Services.GetRequiredKeyedService<GroupsClient>("robot").GetMyGroupsAsync(cancellationToken: CancellationToken))
            .Select(group => group.Name).ShouldContain("Robots");
    }

    [Fact]
    public async Task Asking_twice_is_harmless()
    {
        using var host = await EmulatedHost.StartAsync(globus: static globus => globus.UseEmulator());

        host.Services.Options().LoginFlows.ShouldBe([EmulatorLoginFlow.Name]);
        (await host.Services.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_service_that_uses_the_app_while_the_host_starts_finds_the_emulator()
    {
        using var host = await EmulatedHost.StartAsync(globus: static globus => globus.Services.AddHostedService<GroupsReader>());

        host.Services.GetServices<IHostedService>().OfType<GroupsReader>().Single().Names.ShouldContain("Engine Builders");
    }
}
