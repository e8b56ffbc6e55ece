using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services;

/// <summary>Where a request of a service client goes: the base URL here has a path, as the emulator's has.</summary>
public class RequestUriTests
{
    [Theory]
    [InlineData("v0.10/task_list", "v0.10/task_list")]
    [InlineData("/v0.10/task_list", "v0.10/task_list")]
    [InlineData("//v0.10/task_list", "v0.10/task_list")]
    [InlineData("/v0.10/task_list?filter=a%2Fb%20c&x=1+2", "v0.10/task_list?filter=a%2Fb%20c&x=1+2")]
    [InlineData("?x=1", "?x=1")]
    [InlineData("", "")]
    [InlineData("v0.10/a/../b", "v0.10/b")]
    [InlineData("v0.10/a:b", "v0.10/a:b")]
    public async Task A_relative_uri_goes_below_the_base_url(string uri, string expected)
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);

        await ShouldGoToAsync(globus, request, globus.Emulator.TransferUrl.AbsoluteUri + expected);
    }

    [Fact]
    public async Task A_request_without_a_uri_goes_to_the_base_url()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        using var request = new HttpRequestMessage();

        await ShouldGoToAsync(globus, request, globus.Emulator.TransferUrl.AbsoluteUri);
    }

    [Fact]
    public async Task An_absolute_uri_of_the_service_is_left_as_it_is()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(globus.Emulator.TransferUrl, "v0.10/x"));

        await ShouldGoToAsync(globus, request, globus.Emulator.TransferUrl.AbsoluteUri + "v0.10/x");
    }

    [Theory]
    [InlineData("https://evil.example/transfer/v0.10/x")]
    [InlineData("/https://evil.example/transfer/v0.10/x")]
    [InlineData("../groups/v2/groups/my_groups")]
    [InlineData("/../groups/v2/groups/my_groups")]
    [InlineData("v0.10/../../groups/")]
    public async Task A_uri_outside_of_the_service_gets_no_token_and_is_not_sent(string uri)
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var handler = new ScriptedHandler();
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);

        await Should.ThrowAsync<InvalidOperationException>(() => Client(globus, handler).SendAsync(request, TestContext.Current.CancellationToken));

        handler.Requests.ShouldBeEmpty();
        request.Headers.Authorization.ShouldBeNull();
    }

    private static async Task ShouldGoToAsync(EmulatedGlobus globus, HttpRequestMessage request, string expected)
    {
        var handler = new ScriptedHandler(ScriptedHandler.Json("{}"));

        using var response = await Client(globus, handler).SendAsync(request, TestContext.Current.CancellationToken);

        handler.Requests.Single().Uri.AbsoluteUri.ShouldBe(expected);
    }

    private static TransferClient Client(EmulatedGlobus globus, ScriptedHandler handler) =>
        globus.Provide(build: builder => builder.ConfigureTransferHttpClient(client => client.ConfigurePrimaryHttpMessageHandler(() => handler)))
            .GetRequiredService<TransferClient>();
}
