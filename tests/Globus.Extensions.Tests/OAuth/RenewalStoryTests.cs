using Globus.Extensions.Emulator;
using Globus.Extensions.Scopes;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>What an app does with the answers to its refresh grants.</summary>
public class RenewalStoryTests
{
    [Theory]
    [InlineData(false)] // The answer brings no refresh token: the old one is kept.
    [InlineData(true)] // It brings one, and the old one is dead.
    public async Task An_app_renews_again_and_again_after_one_login(bool rotate)
    {
        await using var globus = await EmulatedGlobus.StartAsync(new GlobusEmulatorOptions { RotateRefreshTokens = rotate });
        var groups = globus.Provide(static options => options.RequestRefreshTokens = true).GetRequiredService<GroupsClient>();

        for (var i = 0; i < 3; i++)
        {
            (await groups.GetMyGroupsAsync(cancellationToken: TestContext.Current.CancellationToken)).Count.ShouldBe(3);
            globus.Emulator.RevokeAccessTokens(GlobusResourceServers.Groups);
        }

        globus.Emulator.Requests.Select(static request => request.GrantType).Where(static grant => grant is not null)
            .ShouldBe(["authorization_code", "refresh_token", "refresh_token"]);
    }
}
