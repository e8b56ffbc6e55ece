using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.Tests.Pipeline;

public sealed class AuthorizationHandlerTests
{
    private const string ConsentRequired = """{"code":"ConsentRequired","authorization_parameters":{"required_scopes":["openid"]}}""";

    private readonly FakeAuthorization _authorization = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Attaches_the_header_as_it_is()
    {
        using var invoker = Invoker(new ScriptedHandler(HttpStatusCode.OK));
        using var request = _authorization.CreateRequest();

        using var response = await invoker.SendAsync(request, Cancellation);

        request.Headers.Authorization.ShouldBeSameAs(_authorization.Header);
    }

    [Fact]
    public async Task Leaves_the_callers_own_header_alone()
    {
        using var network = new ScriptedHandler(HttpStatusCode.Unauthorized);
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "mine");

        using var response = await invoker.SendAsync(request, Cancellation);

        network.Sent.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer mine");
        _authorization.Rejected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Renews_once_and_sends_the_same_body_again_on_a_401()
    {
        using var network = new ScriptedHandler(HttpStatusCode.Unauthorized, HttpStatusCode.OK);
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest(HttpMethod.Post, content: new StringContent("{\"a\":1}", Encoding.UTF8, "application/json"));

        using var response = await invoker.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        network.Sent.ShouldBe([("Bearer first", "{\"a\":1}"), ("Bearer second", "{\"a\":1}")]);
    }

    [Fact]
    public async Task Returns_the_second_401_without_renewing_again()
    {
        using var network = new ScriptedHandler(HttpStatusCode.Unauthorized);
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest();

        using var response = await invoker.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        network.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Returns_the_401_untouched_when_there_is_no_other_token()
    {
        _authorization.Renewed = null;
        using var network = new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.Unauthorized, "{}"));
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest();

        using var response = await invoker.SendAsync(request, Cancellation);

        network.Count.ShouldBe(1);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe("{}");
    }

    [Fact]
    public async Task Does_not_send_a_body_again_that_can_be_read_only_once()
    {
        using var network = new ScriptedHandler(HttpStatusCode.Unauthorized, HttpStatusCode.OK);
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest(HttpMethod.Post, content: new StreamContent(new OneWayStream("once")));

        using var response = await invoker.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        network.Count.ShouldBe(1);
        _authorization.Rejected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sends_a_seekable_stream_again_from_its_beginning()
    {
        using var network = new ScriptedHandler(HttpStatusCode.Unauthorized, HttpStatusCode.OK);
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest(HttpMethod.Post, content: new StreamContent(new MemoryStream("again"u8.ToArray())));

        using var response = await invoker.SendAsync(request, Cancellation);

        network.Sent.Select(static sent => sent.Body).ShouldBe(["again", "again"]);
    }

    [Fact]
    public async Task Logs_in_once_when_the_answer_asks_for_it_and_redrive_is_on()
    {
        _authorization.RedrivesRequirements = true;
        using var network = new ScriptedHandler((index, _) => index == 0 ? ScriptedHandler.Json(HttpStatusCode.Forbidden, ConsentRequired) : new HttpResponseMessage(HttpStatusCode.OK));
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest();

        using var response = await invoker.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _authorization.Logins.ShouldHaveSingleItem().Code.ShouldBe("ConsentRequired");
        network.Sent.Last().Authorization.ShouldBe("Bearer third");
    }

    [Fact]
    public async Task Renews_first_and_logs_in_after_it_when_a_401_asks_for_a_login()
    {
        _authorization.RedrivesRequirements = true;
        using var network = new ScriptedHandler((index, _) => index < 2 ? ScriptedHandler.Json(HttpStatusCode.Unauthorized, ConsentRequired) : new HttpResponseMessage(HttpStatusCode.OK));
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest();

        using var response = await invoker.SendAsync(request, Cancellation);

        network.Sent.Select(static sent => sent.Authorization).ShouldBe(["Bearer first", "Bearer second", "Bearer third"]);
    }

    [Fact]
    public async Task Does_not_log_in_when_redrive_is_off_and_leaves_the_body_readable()
    {
        using var network = new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.Forbidden, ConsentRequired));
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest();

        using var response = await invoker.SendAsync(request, Cancellation);

        _authorization.Logins.ShouldBeEmpty();
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe(ConsentRequired);
    }

    [Theory]
    [InlineData("http://groups.api.globus.org/v2/groups")]
    [InlineData("https://groups.api.globus.org:8443/v2/groups")]
    [InlineData("https://evil.example.org/v2/groups")]
    [InlineData("https://groups.api.globus.org.evil.example.org/v2/groups")]
    public async Task Refuses_to_send_a_token_elsewhere(string url)
    {
        using var network = new ScriptedHandler(HttpStatusCode.OK);
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest(path: url);

        await Should.ThrowAsync<InvalidOperationException>(() => invoker.SendAsync(request, Cancellation));

        network.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("../transfer/v0.10/task_list")]
    [InlineData("%2e%2e/transfer/v0.10/task_list")]
    [InlineData("v2/../../transfer/")]
    [InlineData("/transfer/")]
    [InlineData("..\\transfer\\")]
    public async Task Refuses_to_leave_the_path_of_the_service_on_the_same_origin(string path)
    {
        using var network = new ScriptedHandler(HttpStatusCode.OK);
        using var invoker = Invoker(network);
        var authorization = new RequestAuthorization(_authorization, "groups.api.globus.org", new Uri("http://127.0.0.1:9000/groups/"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(authorization.BaseUrl, path));
        request.Options.Set(GlobusRequestOptions.Authorization, authorization);

        await Should.ThrowAsync<InvalidOperationException>(() => invoker.SendAsync(request, Cancellation));

        network.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Gives_no_other_token_to_where_a_redirect_led()
    {
        using var network = new ScriptedHandler((_, request) =>
        {
            request.RequestUri = new Uri("https://evil.example.org/"); // As a handler does that follows redirects.
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        });
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest();

        using var response = await invoker.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        network.Count.ShouldBe(1);
        _authorization.Rejected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Authorizes_anew_a_request_that_something_outside_sends_again()
    {
        using var network = new ScriptedHandler(HttpStatusCode.OK);
        using var invoker = Invoker(network);
        using var request = _authorization.CreateRequest();
        using var first = await invoker.SendAsync(request, Cancellation);
        _authorization.Header = _authorization.Renewed;

        using var second = await invoker.SendAsync(request, Cancellation);

        network.Sent.Select(static sent => sent.Authorization).ShouldBe(["Bearer first", "Bearer second"]);
    }

    [Fact]
    public async Task Refuses_a_request_that_nobody_authorizes()
    {
        using var invoker = Invoker(new ScriptedHandler(HttpStatusCode.OK));
        using var request = new HttpRequestMessage(HttpMethod.Get, FakeAuthorization.BaseUrl);

        await Should.ThrowAsync<InvalidOperationException>(() => invoker.SendAsync(request, Cancellation));
    }

    [Fact]
    public void Refuses_synchronous_requests()
    {
        using var invoker = Invoker(new ScriptedHandler(HttpStatusCode.OK));
        using var request = _authorization.CreateRequest();

        Should.Throw<NotSupportedException>(() => invoker.Send(request, Cancellation));
    }

    private static HttpMessageInvoker Invoker(HttpMessageHandler network) =>
        new(new AuthorizationHandler(NullLogger.Instance, TimeProvider.System) { InnerHandler = network });
}
