using System.Diagnostics.Metrics;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Diagnostics;
using Globus.Extensions.Emulator;
using Globus.Extensions.Emulator.Hosting;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tests.DependencyInjection;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Diagnostics;

/// <summary>Which meter measures what, in a container and without one.</summary>
public sealed class TelemetryWiringTests : EmulatorTests
{
    [Fact]
    public async Task A_named_app_says_which_one_it_is()
    {
        var services = TestApps.Services();
        services.AddGlobus("archive", static options => (options.ClientId, options.ClientSecret) = (TestApps.ServiceClientId, TestApps.ServiceClientSecret)).UseEmulator(Emulator);
        await using var provider = services.Build();
        Emulator.AddFault(new EmulatorFault { Path = "/groups/*", Status = 503 });
        using var recorder = new TelemetryRecorder(provider.GetRequiredService<IMeterFactory>());

        await provider.GetRequiredKeyedService<GroupsClient>("archive").GetMyGroupsAsync(cancellationToken: CancellationToken);

        recorder.Measurements.Select(static measurement => measurement.Instrument).ShouldBe([GlobusTelemetry.TokenRenewalDuration, GlobusTelemetry.RequestRetries]);
        recorder.Measurements.ShouldAllBe(static measurement => (string?)measurement.Tags[GlobusTelemetry.AppNameAttribute] == "archive");
        recorder.Spans.ShouldHaveSingleItem().GetTagItem(GlobusTelemetry.AppNameAttribute).ShouldBe("archive");
    }

    [Fact]
    public async Task A_meter_factory_serves_connection_and_authorizer()
    {
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = provider.GetRequiredService<IMeterFactory>();
        using var globus = Connect(meters);
        var authorizer = Authorize(globus, Groups, meters);
        Emulator.AddFault(new EmulatorFault { Path = "/groups/*", Status = 503 });
        using var recorder = new TelemetryRecorder(meters);

        await globus.CreateGroupsClient(authorizer).GetMyGroupsAsync(cancellationToken: CancellationToken);

        recorder.Single(GlobusTelemetry.TokenRenewalActivity, GlobusTelemetry.TokenRenewalDuration).GetTagItem(GlobusTelemetry.TokenOriginAttribute).ShouldBe("grant");
        recorder.MeasurementsOf(GlobusTelemetry.RequestRetries).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_one_the_meter_of_the_process_does()
    {
        const string NobodyElses = "this-test.example.org";
        using var globus = Connect(meters: null);
        var authorizer = Authorize(globus, NobodyElses, meters: null);
        using var recorder = new TelemetryRecorder(static meter => meter.Scope is null);

        await Should.ThrowAsync<TokenRenewalException>(() => authorizer.GetAuthorizationHeaderAsync(CancellationToken).AsTask());

        recorder.MeasurementsOf(GlobusTelemetry.TokenRenewalDuration)
            .Where(static renewal => (string?)renewal.Tags[GlobusTelemetry.ResourceServerAttribute] == NobodyElses)
            .ShouldHaveSingleItem().Tags[GlobusTelemetry.ErrorTypeAttribute].ShouldBe("Globus.Extensions.Tokens.TokenRenewalException");
    }

    private static ClientCredentialsAuthorizer Authorize(GlobusConnection globus, string resourceServer, IMeterFactory? meters) => new(
        globus.CreateConfidentialLoginClient(TestApps.ServiceClientId, TestApps.ServiceClientSecret),
        resourceServer,
        [GlobusScopes.GroupsViewMyGroupsAndMemberships],
        options: new RenewingAuthorizerOptions { MeterFactory = meters });

    private GlobusConnection Connect(IMeterFactory? meters)
    {
        var options = new GlobusConnectionOptions { EnvironmentVariables = new StubEnvironment(), MeterFactory = meters };
        return new GlobusConnection(options.UseEmulator(Emulator));
    }
}
