using System.Net;
using System.Net.Sockets;
using Globus.Extensions.Emulator.Tests.Driving;
using Microsoft.Extensions.Logging;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests;

public sealed class GlobusEmulatorTests
{
    [Fact]
    public async Task Latency_holds_requests_back_beside_each_other()
    {
        var latency = TimeSpan.FromMilliseconds(100);
        await using var driver = await EmulatorDriver.StartAsync(new() { Latency = latency });
        var start = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => driver.GetAsync("auth/.well-known/openid-configuration")));

        var elapsed = TimeProvider.System.GetElapsedTime(start);
        elapsed.ShouldBeGreaterThanOrEqualTo(latency - TimeSpan.FromMilliseconds(10));
        elapsed.ShouldBeLessThan(latency * 20);
    }

    [Theory]
    [InlineData("auth/.well-known/openid-configuration")]
    [InlineData("groups/v2/groups/my_groups")] // Not allowed without a token.
    [InlineData("nothing/here")]
    public async Task Answers_are_dated_by_the_emulators_own_clock(string path)
    {
        var time = new ManualTimeProvider();
        await using var driver = await EmulatorDriver.StartAsync(new() { TimeProvider = time });
        time.Advance(TimeSpan.FromHours(5));

        using var response = await driver.Http.GetAsync(path, TestContext.Current.CancellationToken);

        response.Headers.Date.ShouldBe(time.GetUtcNow());
    }

    [Fact]
    public async Task A_latency_below_zero_is_refused() => await Should.ThrowAsync<ArgumentOutOfRangeException>(
        () => GlobusEmulator.StartAsync(new() { Latency = TimeSpan.FromSeconds(-1) }, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Each_service_has_a_base_url_with_a_final_slash()
    {
        await using var emulator = await GlobusEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        emulator.BaseUrl.AbsoluteUri.ShouldBe($"http://127.0.0.1:{emulator.BaseUrl.Port}/");
        emulator.AuthUrl.AbsoluteUri.ShouldBe(emulator.BaseUrl + "auth/");
        emulator.GroupsUrl.AbsoluteUri.ShouldBe(emulator.BaseUrl + "groups/");
        emulator.TransferUrl.AbsoluteUri.ShouldBe(emulator.BaseUrl + "transfer/");
    }

    [Fact]
    public async Task A_port_in_use_is_a_clear_error()
    {
        await using var first = await GlobusEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var exception = await Should.ThrowAsync<IOException>(() =>
            GlobusEmulator.StartAsync(new() { Port = first.BaseUrl.Port }, TestContext.Current.CancellationToken));

        exception.Message.ShouldContain($"127.0.0.1:{first.BaseUrl.Port}");
    }

    [Fact]
    public async Task A_socket_bound_before_is_listened_on()
    {
        var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        await using var driver = await EmulatorDriver.StartAsync(new() { ListenSocket = socket });

        driver.Emulator.BaseUrl.AbsoluteUri.ShouldBe($"http://[::1]:{port}/");
        (await driver.GetAsync("auth/jwk.json")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_socket_open_to_the_network_is_refused()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Any, 0));

        await Should.ThrowAsync<ArgumentException>(() =>
            GlobusEmulator.StartAsync(new() { ListenSocket = socket }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Requests_are_remembered_in_order_and_without_tokens()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.ServiceTokenAsync(ViewMyGroups);
        await driver.GetAsync("groups/v2/groups/my_groups?statuses=active", token);

        var requests = driver.Emulator.Requests;

        requests.Count.ShouldBe(2);
        requests[0].ShouldBe(new EmulatorRequest
        {
            Method = "POST",
            Path = "/auth/v2/oauth2/token",
            StatusCode = 200,
            GrantType = "client_credentials",
            AuthorizationScheme = "Basic",
        });
        requests[1].Path.ShouldBe("/groups/v2/groups/my_groups");
        requests[1].AuthorizationScheme.ShouldBe("Bearer");
        requests[1].TokenHash!.Length.ShouldBe(16);
        requests[1].ToString().ShouldNotContain(token);
    }

    [Fact]
    public async Task Remembered_requests_can_be_forgotten()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        await driver.GetAsync("auth/jwk.json");

        driver.Emulator.ClearRequests();

        driver.Emulator.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Logs_go_only_to_the_given_factory()
    {
        using var provider = new CountingLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(provider));

        await using var driver = await EmulatorDriver.StartAsync(new() { LoggerFactory = factory });
        await driver.GetAsync("auth/jwk.json");

        provider.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Waiting_ends_when_the_emulator_is_stopped()
    {
        await using var emulator = await GlobusEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var waiting = emulator.WaitForShutdownAsync(TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();

        await emulator.StopAsync(TestContext.Current.CancellationToken);
        await emulator.StopAsync(TestContext.Current.CancellationToken);

        await waiting;
    }

    [Fact]
    public async Task A_disposed_emulator_frees_its_port()
    {
        var first = await GlobusEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var port = first.BaseUrl.Port;

        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var second = await GlobusEmulator.StartAsync(new() { Port = port }, TestContext.Current.CancellationToken);

        second.BaseUrl.Port.ShouldBe(port);
    }
}
