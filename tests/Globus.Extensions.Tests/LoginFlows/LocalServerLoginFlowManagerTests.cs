using System.Net;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Http;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Tests.LoginFlows;

public sealed class LocalServerLoginFlowManagerTests : IAsyncLifetime
{
    private static readonly GlobusAuthorizationParameters Parameters = new() { RequiredScopes = [GlobusScopes.OpenId, GlobusScopes.TransferAll] };

    private readonly StringWriter _screen = new();
    private EmulatedGlobus _globus = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _globus = await EmulatedGlobus.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _globus.DisposeAsync();
        await _screen.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task The_browser_opens_and_its_answer_becomes_tokens()
    {
        var browser = new StubBrowser(_globus.Emulator);

        var tokens = await Manager(browser).RunLoginFlowAsync(Parameters, Token);

        tokens.Tokens.Count.ShouldBe(2);
        var page = await browser.LastPage;
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldContain("Login successful");
        StubBrowser.QueryOf(browser.Opened!, "redirect_uri").ShouldMatch("^http%3A%2F%2F127\\.0\\.0\\.1%3A[1-9][0-9]*$");
        _screen.ToString().ShouldContain(browser.Opened!.AbsoluteUri);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_a_browser_the_url_is_printed_and_the_answer_awaited()
    {
        var manager = Manager(new StubBrowser(_globus.Emulator) { UnavailableReason = "there is none" }, new LoginFlowSettings { OpenBrowser = false });

        var login = manager.RunLoginFlowAsync(Parameters, Token);
        var url = new Uri(_screen.ToString().Split('\n').Select(static line => line.Trim()).Single(static line => line.StartsWith("http", StringComparison.Ordinal)));
        await StubBrowser.VisitAsync(_globus.Emulator.SignIn(url, EmulatedGlobus.Ada));

        (await login).Tokens.ShouldNotBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task An_app_with_the_flow_logs_in()
    {
        var browser = new StubBrowser(_globus.Emulator);
        var provider = _globus.Provide(
            static options =>
            {
                options.LoginFlows.Add("local-server");
                options.AppName = "Ada's <app>";
            },
            builder => builder.Services.AddSingleton<IBrowserLauncher>(browser));

        await provider.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: Token);

        (await browser.LastPage).Html.ShouldContain("Ada&#39;s &lt;app&gt;");
    }

    [Fact(Timeout = 60_000)]
    public async Task Auto_takes_the_browser_where_one_can_be_had()
    {
        var browser = new StubBrowser(_globus.Emulator);
        var provider = _globus.Provide(static options => options.LoginFlows.Add("auto"), builder => builder.Services.AddSingleton<IBrowserLauncher>(browser));

        await provider.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: Token);

        (await browser.LastPage).Status.ShouldBe(HttpStatusCode.OK);
        provider.GetRequiredService<ILoginFlowManager>().ShouldBeOfType<LoginFlowChain>().IsAvailable.ShouldBeTrue();
    }

    [Fact(Timeout = 60_000)]
    public async Task Auto_may_be_made_of_flows_of_ones_own()
    {
        var provider = _globus.Provide(
            static options => options.LoginFlows.Add("auto"),
            builder =>
            {
                builder.Services.AddSingleton<IBrowserLauncher>(new StubBrowser(_globus.Emulator) { UnavailableReason = "there is no display" });
                builder.AddLoginFlow("command-line", (_, _, client, settings) => new CommandLineLoginFlowManager(
                    client, settings, new TypingPerson(_globus.Emulator, _screen, TypingPerson.Code), _screen));
            });

        await provider.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: Token);

        _screen.ToString().ShouldEndWith("code here: ");
    }

    [Theory]
    [InlineData("Host", "LocalServerLoginOptions.Host: '0.0.0.0' is not a loopback address")]
    [InlineData("Port", "LocalServerLoginOptions.Port: 70000 is not between 0 and 65535")]
    [InlineData("Timeout", "LocalServerLoginOptions.Timeout: '00:00:00' is not between zero and one day")]
    [InlineData("HtmlTemplate", "LocalServerLoginOptions.HtmlTemplate: '$name' is no value of the page")]
    public async Task A_host_with_bad_options_refuses_to_start(string option, string message)
    {
        var builder = TestApps.Host($"Globus:ClientId={TestApps.NativeClientId}");
        builder.AddGlobus().ConfigureLocalServerLogin(options =>
        {
            options.Host = option == "Host" ? "0.0.0.0" : options.Host;
            options.Port = option == "Port" ? 70000 : 0;
            options.Timeout = option == "Timeout" ? TimeSpan.Zero : options.Timeout;
            options.HtmlTemplate = option == "HtmlTemplate" ? "Dear $name" : null;
        });
        using var host = builder.Build();

        (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(Token))).Message.ShouldContain(message);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_denied_consent_is_shown_to_the_person_and_thrown_to_the_program()
    {
        var browser = new StubBrowser(_globus.Emulator)
        {
            Redirect = static redirect => new Uri(redirect.AbsoluteUri.Replace("code=", "error=access_denied&error_description=%3Cb%3Eno%3C%2Fb%3E&x=", StringComparison.Ordinal)),
        };

        var exception = await Should.ThrowAsync<AuthorizationResponseException>(() => Manager(browser).RunLoginFlowAsync(Parameters, Token));

        exception.Error.ShouldBe("access_denied");
        exception.ErrorDescription.ShouldBe("<b>no</b>");
        var page = await browser.LastPage;
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Html.ShouldContain("Login failed");
        page.Html.ShouldContain("Access was denied, so the program got nothing.");
        page.Html.ShouldNotContain("the person");
        page.Html.ShouldNotContain("<b>");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_code_that_globus_refuses_is_a_failed_login()
    {
        var browser = new StubBrowser(_globus.Emulator) { Redirect = static redirect => new Uri(redirect.AbsoluteUri.Replace("code=", "code=x", StringComparison.Ordinal)) };

        await Should.ThrowAsync<AuthApiException>(() => Manager(browser).RunLoginFlowAsync(Parameters, Token));

        (await browser.LastPage).Status.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_answer_of_another_issuer_is_refused()
    {
        var browser = new StubBrowser(_globus.Emulator) { Redirect = static redirect => new Uri(redirect.AbsoluteUri.Replace("iss=", "iss=https%3A%2F%2Fother.example%2F&x=", StringComparison.Ordinal)) };

        (await Should.ThrowAsync<AuthorizationResponseException>(() => Manager(browser).RunLoginFlowAsync(Parameters, Token))).Message.ShouldContain("other.example");

        (await browser.LastPage).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_no_browser_can_be_had_it_says_what_was_found()
    {
        var exception = await Should.ThrowAsync<LocalServerEnvironmentException>(
            () => Manager(new StubBrowser(_globus.Emulator) { UnavailableReason = "there is no display" }).RunLoginFlowAsync(Parameters, Token));

        exception.Found.ShouldBe("there is no display");
        exception.Message.ShouldContain("command-line");
        _screen.ToString().ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_login_that_nobody_finishes_ends_in_time()
    {
        var clock = new ManualTimeProvider();
        var manager = new LocalServerLoginFlowManager(
            _globus.NativeClient(), new LoginFlowSettings { OpenBrowser = false }, new LocalServerLoginOptions { Timeout = TimeSpan.FromMinutes(2), IgnoreEnvironment = true }, null, _screen, clock);
        var login = manager.RunLoginFlowAsync(Parameters, Token);

        clock.Advance(TimeSpan.FromMinutes(2));

        var exception = await Should.ThrowAsync<LoginFlowException>(() => login);
        exception.InnerException.ShouldBeOfType<TimeoutException>();
        exception.Message.ShouldContain("00:02:00");
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelling_frees_the_port()
    {
        using var cancellation = new CancellationTokenSource();
        var browser = new StubBrowser(_globus.Emulator) { Before = static _ => new TaskCompletionSource().Task.WaitAsync(Token) };
        var login = Manager(browser).RunLoginFlowAsync(Parameters, cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => login);
        await Should.ThrowAsync<HttpRequestException>(() => StubBrowser.VisitAsync(StubBrowser.RedirectUriOf(browser.Opened!)));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_confidential_client_listens_where_its_redirect_uri_says()
    {
        // An address that no other process listens on: the port has to be known before.
        var process = Environment.ProcessId;
        var settings = new LoginFlowSettings { RedirectUri = $"http://127.{1 + (process / 65536 % 254)}.{process / 256 % 256}.{process % 254 + 1}:8400/callback" };
        var seed = _globus.Emulator.Seed;
        await using var globus = await EmulatedGlobus.StartAsync(new() { Seed = seed with { Clients = [.. seed.Clients.Select(client => client.Id == _globus.Web.Id ? client with { RedirectUris = [settings.RedirectUri] } : client)] } });
        var browser = new StubBrowser(globus.Emulator);
        var manager = new LocalServerLoginFlowManager(globus.ConfidentialClient(globus.Web), settings, null, browser, _screen);

        (await manager.RunLoginFlowAsync(Parameters, Token)).Tokens.ShouldNotBeEmpty();

        StubBrowser.RedirectUriOf(browser.Opened!).OriginalString.ShouldBe(settings.RedirectUri);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(null)]
    [InlineData("https://app.example/callback")]
    public async Task A_confidential_client_without_a_loopback_redirect_uri_is_told_so(string? redirectUri)
    {
        var manager = new LocalServerLoginFlowManager(
            _globus.ConfidentialClient(_globus.Web), new LoginFlowSettings { RedirectUri = redirectUri }, null, new StubBrowser(_globus.Emulator), _screen);

        (await Should.ThrowAsync<LocalServerEnvironmentException>(() => manager.RunLoginFlowAsync(Parameters, Token))).Message.ShouldContain("loopback address");
    }

    private LocalServerLoginFlowManager Manager(StubBrowser browser, LoginFlowSettings? settings = null) =>
        new(_globus.NativeClient(), settings, null, browser, _screen);
}
