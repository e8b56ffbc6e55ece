using System.Net;
using System.Net.Sockets;
using System.Text;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.Tests.EmulatorHosting;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Support;

namespace Globus.Extensions.Tests.LoginFlows;

/// <summary>What a listener makes of requests that are not the answer: the login survives them, and the true answer still gets through.</summary>
public sealed class LoopbackRedirectListenerTests : IAsyncDisposable
{
    private const string State = "the-state";

    private readonly EventRecorder _log = new();
    private readonly LoopbackRedirectListener _listener;
    private readonly Task<Uri> _redirect;
    private readonly Uri _address;

    public LoopbackRedirectListenerTests()
    {
        _listener = LoopbackRedirectListener.Start(timeProvider: new ManualTimeProvider(), logger: _log);
        _redirect = _listener.WaitForRedirectAsync(State, TestContext.Current.CancellationToken);
        _address = new Uri(_listener.RedirectUri);
    }

    private Uri Answer => new(_address, $"?code=c&state={State}");

    public static TheoryData<string, string, int> Malformed => new()
    {
        { "forged state", "GET /?code=c&state=forged HTTP/1.1\r\nHost: {0}\r\n\r\n", 400 },
        { "another flow", "GET /?code=c&state=the-state-of-another-flow HTTP/1.1\r\nHost: {0}\r\n\r\n", 400 },
        { "no state", "GET /?code=c HTTP/1.1\r\nHost: {0}\r\n\r\n", 400 },
        { "nothing", "GET / HTTP/1.1\r\nHost: {0}\r\n\r\n", 400 },
        { "neither code nor error", "GET /?state=the-state HTTP/1.1\r\nHost: {0}\r\n\r\n", 400 },
        { "the state in the fragment", "GET /#?code=c&state=the-state HTTP/1.1\r\nHost: {0}\r\n\r\n", 404 },
        { "favicon", "GET /favicon.ico HTTP/1.1\r\nHost: {0}\r\n\r\n", 404 },
        { "another path with the state", "GET /other?code=c&state=the-state HTTP/1.1\r\nHost: {0}\r\n\r\n", 404 },
        { "two slashes", "GET //?code=c&state=the-state HTTP/1.1\r\nHost: {0}\r\n\r\n", 404 },
        { "POST", "POST /?code=c&state=the-state HTTP/1.1\r\nHost: {0}\r\nContent-Length: 3\r\n\r\nabc", 405 },
        { "HEAD", "HEAD /?code=c&state=the-state HTTP/1.1\r\nHost: {0}\r\n\r\n", 405 },
        { "OPTIONS", "OPTIONS /?code=c&state=the-state HTTP/1.1\r\nHost: {0}\r\n\r\n", 405 },
        { "DNS rebinding", "GET /?code=c&state=the-state HTTP/1.1\r\nHost: evil.example:80\r\n\r\n", 421 },
        { "own port under another name", "GET /?code=c&state=the-state HTTP/1.1\r\nHost: localhost:{1}\r\n\r\n", 421 },
        { "no host", "GET /?code=c&state=the-state HTTP/1.1\r\n\r\n", 421 },
        { "two hosts", "GET /?code=c&state=the-state HTTP/1.1\r\nHost: {0}\r\nHost: evil.example\r\n\r\n", 400 },
        { "absolute form", "GET http://{0}/?code=c&state=the-state HTTP/1.1\r\nHost: {0}\r\n\r\n", 400 },
        { "HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400 },
        { "HTTP/9.9", "GET /?code=c&state=the-state HTTP/9.9\r\nHost: {0}\r\n\r\n", 505 },
        { "no version", "GET /?code=c&state=the-state\r\nHost: {0}\r\n\r\n", 400 },
        { "TLS", "\x16\x03\x01\x02\x00\x01\r\n\r\n", 400 },
        { "a folded header", "GET /?code=c&state=the-state HTTP/1.1\r\nHost: {0}\r\nX: a\r\n b\r\n\r\n", 400 },
        { "a blank before the colon", "GET /?code=c&state=the-state HTTP/1.1\r\nHost : {0}\r\n\r\n", 400 },
    };

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Malformed))]
    public async Task Refuses_what_is_no_answer_and_goes_on(string what, string request, int status)
    {
        using var connection = await RawConnection.OpenAsync(_address.Port);

        await connection.SendAsync(request.Replace("{0}", _address.Authority, StringComparison.Ordinal).Replace("{1}", $"{_address.Port}", StringComparison.Ordinal));

        (await connection.ReadStatusLineAsync()).ShouldStartWith($"HTTP/1.1 {status} ", customMessage: what);
        await AnswersStillGetThroughAsync();
        _log.Events.ShouldContain(static entry => entry.Name == "RedirectRefused");
        _log.Events.ShouldAllBe(static entry => !entry.Message.Contains("the-state", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Survives_a_request_line_of_ten_megabytes()
    {
        using var connection = await RawConnection.OpenAsync(_address.Port);

        // The other side may hang up in the middle of it.
        _ = await Record.ExceptionAsync(async () =>
        {
            await connection.SendAsync("GET /?state=");
            await connection.SendAsync(Encoding.ASCII.GetBytes(new string('a', 10_000_000)));
        });

        _ = await connection.ReadStatusLineAsync(); // Refused: the line of it, or a reset.
        await AnswersStillGetThroughAsync();
        _log.Events.ShouldContain(static entry => entry.Message.Contains("414", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Survives_endless_headers()
    {
        using var connection = await RawConnection.OpenAsync(_address.Port);
        _ = await Record.ExceptionAsync(async () =>
        {
            await connection.SendAsync($"GET / HTTP/1.1\r\nHost: {_address.Authority}\r\n");
            for (var i = 0; i < 100; i++)
            {
                await connection.SendAsync($"X-{i}: {new string('a', 1000)}\r\n");
            }
        });

        _ = await connection.ReadStatusLineAsync(); // Refused: the line of it, or a reset.
        await AnswersStillGetThroughAsync();
        _log.Events.ShouldContain(static entry => entry.Message.Contains("431", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Survives_two_hundred_half_open_connections()
    {
        List<RawConnection> connections = [];
        for (var i = 0; i < 200; i++)
        {
            connections.Add(await RawConnection.OpenAsync(_address.Port));
            await connections[i].SendAsync(i % 2 == 0 ? "GET /?code=c&state=" : "");
        }

        await AnswersStillGetThroughAsync();
        connections.ForEach(static connection => connection.Dispose());
    }

    [Fact(Timeout = 60_000)]
    public async Task An_answer_may_come_byte_by_byte()
    {
        using var connection = await RawConnection.OpenAsync(_address.Port);

        foreach (var character in $"GET {Answer.PathAndQuery} HTTP/1.1\r\nHost: {_address.Authority}\r\n\r\n")
        {
            await connection.SendAsync(character.ToString());
        }

        (await connection.ReadStatusLineAsync()).ShouldBe("HTTP/1.1 200 OK");
        (await _redirect).ShouldBe(Answer);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_page_is_kept_by_nobody_and_loads_nothing()
    {
        var page = await StubBrowser.VisitAsync(Answer);

        page.Headers["Cache-Control"].ShouldBe("no-store");
        page.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'");
        page.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        page.Headers["Content-Type"].ShouldBe("text/html; charset=utf-8");
        page.Html.ShouldNotContain("http");
        page.Html.ShouldNotContain("<script");
    }

    [Fact(Timeout = 60_000)]
    public async Task It_listens_no_more_after_the_answer()
    {
        await StubBrowser.VisitAsync(Answer);
        await _redirect;

        (await Port.IsOpenAsync(_address.Port)).ShouldBeFalse();
    }

    [Fact(Timeout = 60_000)]
    public async Task Disposing_ends_the_wait()
    {
        await _listener.DisposeAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _redirect);
        (await Port.IsOpenAsync(_address.Port)).ShouldBeFalse();
    }

    [Fact(Timeout = 60_000)]
    public async Task An_error_is_shown_escaped_and_given_to_the_program()
    {
        var page = await StubBrowser.VisitAsync(new Uri(_address, $"?error=invalid_scope&error_description=%3Cscript%3Ealert(1)%3C/script%3E&state={State}"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Html.ShouldContain("Login failed");
        page.Html.ShouldContain("&lt;script&gt;alert(1)");
        (await _redirect).Query.ShouldContain("error=invalid_scope");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_tab_that_comes_twice_sees_the_same_page()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        await using var listener = LoopbackRedirectListener.Start();
        var flow = globus.NativeClient().StartFlow(redirectUri: listener.RedirectUri);
        var redirect = globus.Emulator.SignIn(flow.AuthorizeUrl, EmulatedGlobus.Ada);

        // Both wait in the queue before anybody is served.
        var request = $"GET {redirect.PathAndQuery} HTTP/1.1\r\nHost: {redirect.Authority}\r\n\r\n";
        using var one = await RawConnection.OpenAsync(redirect.Port);
        using var other = await RawConnection.OpenAsync(redirect.Port);
        await one.SendAsync(request);
        await other.SendAsync(request);
        var tokens = listener.ReceiveAsync(flow, TestContext.Current.CancellationToken);

        (await one.ReadStatusLineAsync()).ShouldBe("HTTP/1.1 200 OK");
        (await other.ReadStatusLineAsync()).ShouldBe("HTTP/1.1 200 OK");
        (await tokens).Tokens.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_listener_is_for_one_login() =>
        Should.Throw<InvalidOperationException>(() => { _ = _listener.WaitForRedirectAsync(State, TestContext.Current.CancellationToken); });

    [Fact]
    public void A_port_that_is_taken_is_no_place_to_listen()
    {
        var exception = Should.Throw<LocalServerEnvironmentException>(() => LoopbackRedirectListener.Start(new LocalServerLoginOptions { Port = _address.Port }));

        exception.Message.ShouldContain($"127.0.0.1:{_address.Port}");
        exception.InnerException.ShouldBeOfType<SocketException>();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.2")]
    public async Task It_listens_where_it_is_told_to(string host)
    {
        await using var listener = LoopbackRedirectListener.Start(new LocalServerLoginOptions { Host = host });

        listener.RedirectUri.ShouldMatch($"^http://{host.Replace(".", "\\.", StringComparison.Ordinal)}:[0-9]+$");
        var redirect = listener.WaitForRedirectAsync(State, TestContext.Current.CancellationToken);
        await StubBrowser.VisitAsync(new Uri(new Uri(listener.RedirectUri), Answer.Query));
        (await redirect).Query.ShouldBe(Answer.Query);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("localhost.example")]
    [InlineData("")]
    [InlineData("::ffff:127.0.0.1")]
    public void It_listens_for_this_machine_only(string host) =>
        Should.Throw<ArgumentException>(() => LoopbackRedirectListener.Start(new LocalServerLoginOptions { Host = host })).Message.ShouldContain("loopback");

    [Fact(Timeout = 60_000)]
    public async Task A_page_of_ones_own_is_filled_in()
    {
        await using var listener = LoopbackRedirectListener.Start(new LocalServerLoginOptions
        {
            HtmlTemplate = "<h1>${login_result}</h1><p>$post_login_message|$app_name|$$5|$ $9</p>",
            AppName = "<me>",
            SuccessMessage = "\"Done\"",
        });
        _ = listener.WaitForRedirectAsync(State, TestContext.Current.CancellationToken);

        (await StubBrowser.VisitAsync(new Uri(new Uri(listener.RedirectUri), Answer.Query))).Html
            .ShouldBe("<h1>Login successful</h1><p>&quot;Done&quot;|&lt;me&gt;|$5|$ $9</p>");
    }

    [Fact]
    public void A_page_with_a_value_that_is_not_known_is_refused_at_once() =>
        Should.Throw<ArgumentException>(() => LoopbackRedirectListener.Start(new LocalServerLoginOptions { HtmlTemplate = "$user" }))
            .Message.ShouldContain("'$user' is no value of the page. Known are: $login_result, $post_login_message, $app_name");

    private async Task AnswersStillGetThroughAsync()
    {
        _redirect.IsCompleted.ShouldBeFalse();
        (await StubBrowser.VisitAsync(Answer)).Status.ShouldBe(HttpStatusCode.OK);
        (await _redirect).ShouldBe(Answer);
    }
}
