using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tests.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Tests.EmulatorHosting;

public sealed class GivenEmulatorTests : EmulatorTests
{
    [Fact]
    public async Task An_emulator_that_runs_already_needs_no_host()
    {
        await using var provider = TestApps.Services().AddGlobus().UseEmulator(Emulator).Services.Build();

        (await provider.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();

        Arrived("/groups/").ShouldBe(1);
    }

    [Fact]
    public async Task It_outlives_the_container()
    {
        var provider = TestApps.Services().AddGlobus().UseEmulator(Emulator).Services.Build();
        await provider.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: CancellationToken);

        await provider.DisposeAsync();

        (await Port.IsOpenAsync(Emulator.BaseUrl.Port)).ShouldBeTrue();
    }

    [Fact]
    public async Task It_outlives_a_host_and_serves_the_next_one()
    {
        for (var i = 0; i < 2; i++)
        {
            var builder = TestApps.Host();
            builder.AddGlobus().UseEmulator(Emulator);
            using var host = builder.Build();
            await host.StartAsync(CancellationToken);
            await host.Services.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken);
            await host.StopAsync(CancellationToken);
        }

        Arrived("/groups/").ShouldBe(2);
    }

    [Fact]
    public async Task Containers_that_share_it_log_in_each_for_itself()
    {
        await using var one = TestApps.Services().AddGlobus().UseEmulator(Emulator).Services.Build();
        await using var other = TestApps.Services().AddGlobus().UseEmulator(Emulator).Services.Build();

        await one.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: CancellationToken);

        (await other.GetRequiredService<IGlobusApp>().IsLoginRequiredAsync(CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_apps_of_a_container_may_have_two_emulators()
    {
        await using var second = await Globus.Extensions.Emulator.GlobusEmulator.StartAsync(cancellationToken: CancellationToken);
        var services = TestApps.Services();
        services.AddGlobus("one").UseEmulator(Emulator);
        services.AddGlobus("two").UseEmulator(second);
        await using var provider = services.Build();

        await provider.GetRequiredKeyedService<GroupsClient>("two").GetMyGroupsAsync(cancellationToken: CancellationToken);

        Emulator.Requests.ShouldBeEmpty();
        second.Requests.ShouldNotBeEmpty();
    }
}
