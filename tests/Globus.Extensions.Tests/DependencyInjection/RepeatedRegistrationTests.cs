using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Tests.DependencyInjection;

public sealed class RepeatedRegistrationTests : EmulatorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("lab")]
    public void The_second_time_registers_nothing(string name)
    {
        var services = TestApps.Services();
        Add();
        var count = services.Count;

        Add();

        // AddOptions and AddHttpClient are idempotent in themselves; what is ours must be, too.
        services.Count.ShouldBe(count);

        void Add() => _ = name.Length == 0 ? services.AddGlobus() : services.AddGlobus(name);
    }

    [Fact]
    public async Task A_request_is_sent_once_by_an_app_that_was_registered_twice()
    {
        var services = TestApps.Services();
        AddClientApp(services);
        AddClientApp(services);
        await using var provider = services.Build();

        await provider.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken);

        Arrived("/groups/").ShouldBe(1);
        Arrived("/auth/v2/oauth2/token").ShouldBe(1);
    }

    [Fact]
    public async Task A_host_starts_with_an_app_that_was_registered_twice()
    {
        var builder = TestApps.Host($"Globus:ClientId={TestApps.NativeClientId}", "Globus:Services:0=groups");
        builder.AddGlobus();
        builder.AddGlobus(static options => options.AppName = "twice");
        using var host = builder.Build();

        await host.StartAsync(CancellationToken);

        host.Services.GetRequiredService<IGlobusApp>().AppName.ShouldBe("twice");
        host.Services.Options().Services.ShouldBe(["groups"]);
    }

    [Fact]
    public async Task Settings_of_both_times_count_the_later_ones_more()
    {
        var services = TestApps.Services();
        services.AddGlobus(static options => (options.ClientId, options.AppName) = (TestApps.NativeClientId, "first"));
        services.AddGlobus(static options => options.AppName = "second");
        await using var provider = services.Build();

        provider.GetRequiredService<IGlobusApp>().AppName.ShouldBe("second");
    }
}
