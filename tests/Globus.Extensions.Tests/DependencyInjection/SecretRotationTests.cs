using Globus.Extensions.Http;
using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.DependencyInjection;

public sealed class SecretRotationTests : EmulatorTests
{
    private readonly IConfigurationRoot _configuration =
        TestApps.Settings($"Globus:ClientId={TestApps.ServiceClientId}", $"Globus:ClientSecret={TestApps.ServiceClientSecret}");

    [Fact]
    public async Task A_secret_that_was_rotated_serves_the_next_grant()
    {
        await using var provider = Build();
        var groups = provider.GetRequiredService<GroupsClient>();
        await groups.GetMyGroupsAsync(cancellationToken: CancellationToken);

        Emulator.SetClientSecret(TestApps.ServiceClientId, "another-secret");
        Emulator.RevokeAccessTokens();
        Configure("another-secret");

        (await groups.GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Until_the_configuration_is_read_again_the_old_secret_is_sent()
    {
        await using var provider = Build();
        Emulator.SetClientSecret(TestApps.ServiceClientId, "another-secret");
        var app = provider.GetRequiredService<IGlobusApp>();

        await Should.ThrowAsync<AuthApiException>(() => app.LoginAsync(cancellationToken: CancellationToken));
        Configure("another-secret");
        await app.LoginAsync(cancellationToken: CancellationToken);

        (await app.GetAuthorizerAsync(Groups, CancellationToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_secret_that_is_gone_is_said_to_be_missing()
    {
        await using var provider = Build();
        var app = provider.GetRequiredService<IGlobusApp>();

        Configure(null);

        var error = await Should.ThrowAsync<InvalidOperationException>(() => app.LoginAsync(cancellationToken: CancellationToken));
        error.Message.ShouldContain("Globus:ClientSecret is no longer set");
    }

    private ServiceProvider Build()
    {
        var services = TestApps.Services();
        services.AddGlobus(_configuration.GetSection("Globus")).UseEmulator(Emulator);
        return services.Build();
    }

    private void Configure(string? secret)
    {
        _configuration["Globus:ClientSecret"] = secret;
        _configuration.Reload();
    }
}
