using Globus.Extensions.OAuth;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.DependencyInjection;

public sealed class SeveralAppsTests : EmulatorTests
{
    [Fact]
    public async Task Each_app_acts_for_its_own_person()
    {
        await using var provider = Build();

        var ada = await provider.GetRequiredKeyedService<AuthClient>("ada").GetUserInfoAsync(CancellationToken);
        var grace = await provider.GetRequiredKeyedService<AuthClient>("grace").GetUserInfoAsync(CancellationToken);
        var robot = await provider.GetRequiredService<AuthClient>().GetUserInfoAsync(CancellationToken);

        ada.PreferredUsername.ShouldBe("ada@example.org");
        grace.PreferredUsername.ShouldBe("grace@example.org");
        robot.PreferredUsername.ShouldBe($"{TestApps.ServiceClientId}@clients.auth.globus.org");
    }

    [Fact]
    public async Task Each_app_sees_the_groups_of_its_own_person()
    {
        await using var provider = Build();

        var groups = await Task.WhenAll(
            provider.GetRequiredKeyedService<GroupsClient>("ada").GetMyGroupsAsync(cancellationToken: CancellationToken),
            provider.GetRequiredKeyedService<GroupsClient>("grace").GetMyGroupsAsync(cancellationToken: CancellationToken),
            provider.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken));

        groups[0].Select(group => group.Name).ShouldNotContain("Grace's Own");
        groups[1].Select(group => group.Name).ShouldContain("Grace's Own");
        groups[2].Select(group => group.Name).ShouldBe(["Engine Builders", "Robots"], ignoreOrder: true);
    }

    [Fact]
    public async Task Each_app_keeps_its_own_tokens()
    {
        await using var provider = Build();
        await provider.GetRequiredKeyedService<IGlobusApp>("ada").LoginAsync(cancellationToken: CancellationToken);

        (await provider.GetRequiredKeyedService<ITokenStorage>("ada").GetAllAsync(CancellationToken)).Count.ShouldBe(3);
        (await provider.GetRequiredKeyedService<ITokenStorage>("grace").GetAllAsync(CancellationToken)).ShouldBeEmpty();
        (await provider.GetRequiredService<ITokenStorage>().GetAllAsync(CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_app_logs_out_and_the_other_one_stays()
    {
        await using var provider = Build();
        var ada = provider.GetRequiredKeyedService<IGlobusApp>("ada");
        var grace = provider.GetRequiredKeyedService<IGlobusApp>("grace");
        await ada.LoginAsync(cancellationToken: CancellationToken);
        await grace.LoginAsync(cancellationToken: CancellationToken);

        await ada.LogoutAsync(CancellationToken);

        (await ada.IsLoginRequiredAsync(CancellationToken)).ShouldBeTrue();
        (await grace.IsLoginRequiredAsync(CancellationToken)).ShouldBeFalse();
        (await provider.GetRequiredKeyedService<GroupsClient>("grace").GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Each_app_is_its_own_client()
    {
        await using var provider = Build();

        provider.GetRequiredService<GlobusLoginClient>().ClientId.ShouldBe(TestApps.ServiceClientId);
        provider.GetRequiredKeyedService<GlobusLoginClient>("ada").ClientId.ShouldBe(TestApps.NativeClientId);
    }

    private ServiceProvider Build()
    {
        var services = TestApps.Services();
        AddClientApp(services);
        foreach (var name in (string[])["ada", "grace"])
        {
            services.AddGlobus(name, options => options.LoginFlows.Add("as-" + name))
                .UseEmulator(Emulator)
                .AddLoginFlow("as-" + name, (_, _, client, settings) => new SignInFlow(Emulator, $"{name}@example.org", client, settings));
        }

        return services.Build();
    }
}
