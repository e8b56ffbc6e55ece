using System.Net;
using System.Net.Sockets;
using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Tests.EmulatorHosting;

public sealed class EmulatorLifetimeTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_address_is_known_before_the_start_and_stays()
    {
        using var host = EmulatedHost.Build();
        var before = EmulatedHost.PortOf(host);

        await host.StartAsync(CancellationToken);

        EmulatedHost.PortOf(host).ShouldBe(before);
        (await Port.IsOpenAsync(before)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_address_stays_when_the_configuration_is_read_again()
    {
        var configuration = TestApps.Settings("Globus:AppName=one");
        var builder = TestApps.Host();
        builder.Services.AddGlobus(configuration.GetSection("Globus")).UseEmulator();
        using var host = builder.Build();
        await host.StartAsync(CancellationToken);
        var before = EmulatedHost.PortOf(host);

        configuration["Globus:AppName"] = "two";
        configuration.Reload();

        host.Services.Options().AppName.ShouldBe("two");
        EmulatedHost.PortOf(host).ShouldBe(before);
    }

    [Fact]
    public async Task Nothing_listens_any_more_after_the_host_has_stopped()
    {
        using var host = await EmulatedHost.StartAsync();
        var port = EmulatedHost.PortOf(host);

        await host.StopAsync(CancellationToken);

        (await Port.IsOpenAsync(port)).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_listens_any_more_after_a_host_was_disposed_without_being_stopped()
    {
        var host = await EmulatedHost.StartAsync();
        var port = EmulatedHost.PortOf(host);

        await ((IAsyncDisposable)host).DisposeAsync();

        (await Port.IsOpenAsync(port)).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_listens_any_more_after_a_host_was_disposed_synchronously_without_being_stopped()
    {
        var host = await EmulatedHost.StartAsync();
        var port = EmulatedHost.PortOf(host);

        host.Dispose();

        (await Port.IsOpenAsync(port)).ShouldBeFalse();
    }

    [Fact]
    public void A_host_that_never_started_leaves_its_port()
    {
        var host = EmulatedHost.Build();
        var port = EmulatedHost.PortOf(host);

        host.Dispose();

        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        Should.NotThrow(() => socket.Bind(new IPEndPoint(IPAddress.Loopback, port)));
    }

    [Fact]
    public async Task A_host_that_could_not_start_leaves_its_port()
    {
        int port;
        using (var host = EmulatedHost.Build(globus: static globus => globus.Services.AddHostedService<FailingService>()))
        {
            port = EmulatedHost.PortOf(host);
            await Should.ThrowAsync<NotSupportedException>(() => host.StartAsync(CancellationToken));
        }

        (await Port.IsOpenAsync(port)).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_hosts_run_side_by_side()
    {
        using var one = await EmulatedHost.StartAsync();
        using var other = await EmulatedHost.StartAsync(emulator: static options => options.UserName = "grace@example.org");

        var ada = await one.Services.GetRequiredService<AuthClient>().GetUserInfoAsync(CancellationToken);
        var grace = await other.Services.GetRequiredService<AuthClient>().GetUserInfoAsync(CancellationToken);

        EmulatedHost.PortOf(one).ShouldNotBe(EmulatedHost.PortOf(other));
        (ada.PreferredUsername, grace.PreferredUsername).ShouldBe(("ada@example.org", "grace@example.org"));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_to_be()
    {
        using var one = await EmulatedHost.StartAsync();
        var port = EmulatedHost.PortOf(one);
        using var other = EmulatedHost.Build(emulator: options => options.Emulator.Port = port);

        var error = await Should.ThrowAsync<IOException>(() => other.StartAsync(CancellationToken));

        error.Message.ShouldContain($"cannot listen on 127.0.0.1:{port}");
    }

    [Theory]
    [InlineData("User")]
    [InlineData("Client")]
    public async Task An_app_that_is_used_before_the_host_has_started_says_so(string kind)
    {
        using var host = EmulatedHost.Build(["Globus:Kind=" + kind]);
        var groups = host.Services.GetRequiredService<GroupsClient>();

        var error = await Should.ThrowAsync<InvalidOperationException>(() => groups.GetMyGroupsAsync(cancellationToken: CancellationToken));

        error.Message.ShouldContain("The emulator does not run yet: it starts with the host. Start the host first");
    }
}
