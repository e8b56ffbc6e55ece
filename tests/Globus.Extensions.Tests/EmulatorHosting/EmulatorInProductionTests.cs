using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.EmulatorHosting;

public sealed class EmulatorInProductionTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_in_production_does_not_start()
    {
        using var host = EmulatedHost.Build(environment: "Production");

        var error = await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync(CancellationToken));

        error.Message.ShouldContain("UseEmulator was called, but the host's environment is Production");
        error.Message.ShouldContain("EmulatorHostingOptions.AllowProduction");
    }

    [Fact]
    public void An_app_in_production_does_not_resolve()
    {
        using var host = EmulatedHost.Build(environment: "Production");

        Should.Throw<InvalidOperationException>(host.Services.GetRequiredService<IGlobusApp>).Message.ShouldContain("environment is Production");
    }

    [Fact]
    public async Task It_may_be_allowed()
    {
        using var host = await EmulatedHost.StartAsync(emulator: static options => options.AllowProduction = true, environment: "Production");

        (await host.Services.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Staging")]
    [InlineData("Test")]
    public async Task Other_environments_are_fine(string environment)
    {
        using var host = await EmulatedHost.StartAsync(environment: environment);

        (await Port.IsOpenAsync(EmulatedHost.PortOf(host))).ShouldBeTrue();
    }
}
