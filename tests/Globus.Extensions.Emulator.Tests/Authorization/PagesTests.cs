using System.Net;
using System.Security.Cryptography;
using System.Text;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Authorization;

public sealed class PagesTests
{
    private const string Evil = "\"><script>alert(1)</script>'&";

    [Fact]
    public async Task A_person_signs_in_consents_and_the_client_gets_a_code()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());

        var signIn = await browser.OpenAsync(driver.AuthorizeUrl(("scope", $"openid {TransferAll}"), ("access_type", "offline")));
        var consent = await browser.SignInAsync(signIn, Ada);
        var redirect = await browser.DecideAsync(consent, "allow");

        signIn.Body.ShouldContain("<input type=\"text\" id=\"username\" name=\"username\"");
        signIn.Body.ShouldContain("<label for=\"username\">");
        consent.Body.ShouldContain(TransferAll);
        consent.Body.ShouldContain("Transfer data using Globus");
        consent.Body.ShouldContain("name=\"action\" value=\"allow\"");
        consent.Body.ShouldContain("name=\"action\" value=\"deny\"");
        redirect.Status.ShouldBe(HttpStatusCode.Found);
        redirect.Location.GetLeftPart(UriPartial.Path).ShouldBe(NativeRedirect);
        var query = EmulatorDriver.Query(redirect.Location);
        query["state"].ShouldBe("some state");
        query["iss"].ShouldBe(driver.Emulator.AuthUrl.AbsoluteUri.TrimEnd('/'));
        (await driver.ExchangeAsync(query["code"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Denying_tells_the_client_so()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());
        var consent = await browser.SignInAsync(await browser.OpenAsync(driver.AuthorizeUrl()), Ada);

        var redirect = await browser.DecideAsync(consent, "deny");

        var query = EmulatorDriver.Query(redirect.Location);
        query["error"].ShouldBe("access_denied");
        query["state"].ShouldBe("some state");
        query.ShouldNotContainKey("code");
    }

    [Fact]
    public async Task The_code_page_shows_the_code_of_a_native_client()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());
        var url = driver.AuthorizeUrl(("redirect_uri", driver.Emulator.AuthUrl + "v2/web/auth-code"));
        var redirect = await browser.DecideAsync(await browser.SignInAsync(await browser.OpenAsync(url), Ada), "allow");

        var page = await browser.OpenAsync(redirect.Location);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain($">{EmulatorDriver.Query(redirect.Location)["code"]}</textarea>");
    }

    [Fact]
    public async Task An_unknown_person_is_asked_again()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());

        var again = await browser.SignInAsync(await browser.OpenAsync(driver.AuthorizeUrl()), Evil);
        var consent = await browser.SignInAsync(again, Grace);

        again.Body.ShouldContain("role=\"alert\"");
        again.Body.ShouldNotContain("<script");
        consent.Body.ShouldContain(Grace);
    }

    [Fact]
    public async Task Somebody_who_is_not_the_person_goes_back_to_sign_in()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());
        var consent = await browser.SignInAsync(await browser.OpenAsync(driver.AuthorizeUrl()), Ada);

        var signIn = await browser.DecideAsync(consent, "switch");
        var early = await browser.DecideAsync(signIn, "allow");

        signIn.Status.ShouldBe(HttpStatusCode.OK);
        signIn.Body.ShouldContain("<label for=\"username\">");
        early.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("session_required_identities", Grace)]
    [InlineData("session_required_identities", "9ace0000-0000-4000-8000-000000000002")]
    [InlineData("session_required_single_domain", "example.edu,example.com")]
    public async Task Somebody_else_than_the_client_asks_for_is_asked_again(string parameter, string value)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());

        var again = await browser.SignInAsync(await browser.OpenAsync(driver.AuthorizeUrl((parameter, value))), Ada);

        again.Body.ShouldContain("role=\"alert\"");
        again.Body.ShouldNotContain("name=\"action\"");
        Should.Throw<InvalidOperationException>(() => driver.Emulator.SignIn(driver.AuthorizeUrl((parameter, value)), Ada)).Message.ShouldStartWith("access_denied");
    }

    [Theory]
    [InlineData("session_required_identities", $"someone@example.org, {Ada}")]
    [InlineData("session_required_single_domain", "example.com,EXAMPLE.org")]
    [InlineData("session_required_mfa", "True")]
    [InlineData("prompt", "login")]
    public async Task Whom_the_client_asks_for_is_let_in(string parameter, string value)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());

        var consent = await browser.SignInAsync(await browser.OpenAsync(driver.AuthorizeUrl((parameter, value))), Ada);

        (await browser.DecideAsync(consent, "allow")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_code_page_is_calm_about_a_person_who_has_denied()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var page = await driver.GetAsync("auth/v2/web/auth-code?error=access_denied&error_description=x");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("Access denied");
        page.Body.ShouldNotContain("role=\"alert\"");
    }

    [Fact]
    public async Task A_client_cannot_sign_in_as_a_person()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());

        var again = await browser.SignInAsync(await browser.OpenAsync(driver.AuthorizeUrl()), Service + "@clients.auth.globus.org");

        again.Body.ShouldContain("role=\"alert\"");
    }

    [Fact]
    public async Task A_page_works_once()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());
        var consent = await browser.SignInAsync(await browser.OpenAsync(driver.AuthorizeUrl()), Ada);
        await browser.DecideAsync(consent, "allow");

        var second = await browser.DecideAsync(consent, "allow");

        second.Status.ShouldBe(HttpStatusCode.BadRequest);
        second.Headers.ShouldNotContainKey("Location");
    }

    [Fact]
    public async Task A_page_expires()
    {
        var time = new ManualTimeProvider();
        await using var driver = await EmulatorDriver.StartAsync(new() { TimeProvider = time });
        using var browser = new Browser(driver.NewBrowser());
        var signIn = await browser.OpenAsync(driver.AuthorizeUrl());
        time.Advance(TimeSpan.FromMinutes(11));

        (await browser.SignInAsync(signIn, Ada)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_posted_from_another_browser_is_refused()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());
        using var attacker = new Browser(driver.NewBrowser());
        var consent = await browser.SignInAsync(await browser.OpenAsync(driver.AuthorizeUrl()), Ada);
        await attacker.OpenAsync(driver.AuthorizeUrl());

        var forged = await attacker.DecideAsync(consent, "allow");
        var real = await browser.DecideAsync(consent, "allow");

        forged.Status.ShouldBe(HttpStatusCode.BadRequest);
        real.Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("auth/v2/web/sign-in")]
    [InlineData("auth/v2/web/consent")]
    public async Task An_invented_interaction_is_refused(string path)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());
        await browser.OpenAsync(driver.AuthorizeUrl());

        var answer = await browser.PostAsync(path, ("interaction", "AAAA"), ("username", Ada), ("action", "allow"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Consent_before_signing_in_is_refused()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());
        var signIn = await browser.OpenAsync(driver.AuthorizeUrl());

        (await browser.DecideAsync(signIn, "allow")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var http = driver.NewBrowser();
        var signIn = await Answer.ReadAsync(await http.GetAsync(driver.AuthorizeUrl(), TestContext.Current.CancellationToken));
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-site");
        using var form = EmulatorDriver.Form(("interaction", EmulatorDriver.Interaction(signIn)), ("username", Ada));

        var answer = await Answer.ReadAsync(await http.PostAsync("auth/v2/web/sign-in", form, TestContext.Current.CancellationToken));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Two_tabs_of_one_browser_do_not_disturb_each_other()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());
        var first = await browser.OpenAsync(driver.AuthorizeUrl());
        var second = await browser.OpenAsync(driver.AuthorizeUrl());

        var firstConsent = await browser.SignInAsync(first, Ada);
        var secondConsent = await browser.SignInAsync(second, Grace);

        (await browser.DecideAsync(firstConsent, "allow")).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.DecideAsync(secondConsent, "allow")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("session_message")]
    [InlineData("session_required_identities")]
    [InlineData("session_required_single_domain")]
    [InlineData("prefill_named_grant")]
    [InlineData("state")]
    [InlineData("login_hint")]
    [InlineData("client_id")]
    [InlineData("redirect_uri")]
    [InlineData("scope")]
    public async Task Nothing_of_a_request_reaches_a_page_as_html(string parameter)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());

        var first = await browser.OpenAsync(driver.AuthorizeUrl((parameter, Evil)));
        var second = first.Status == HttpStatusCode.OK ? await browser.SignInAsync(first, Ada) : first;

        first.Body.ShouldNotContain("<script");
        second.Body.ShouldNotContain("<script");
        second.Body.ShouldNotContain(Evil);
    }

    [Fact]
    public async Task The_code_page_escapes_what_it_is_given()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var shown = await driver.GetAsync("auth/v2/web/auth-code?code=" + Uri.EscapeDataString(Evil));
        var refused = await driver.GetAsync("auth/v2/web/auth-code?error_description=" + Uri.EscapeDataString(Evil) + "&error=" + Uri.EscapeDataString(Evil));

        shown.Body.ShouldNotContain("<script");
        refused.Body.ShouldNotContain("<script");
    }

    [Fact]
    public async Task Pages_carry_the_headers_that_protect_them()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var browser = new Browser(driver.NewBrowser());

        var signIn = await browser.OpenAsync(driver.AuthorizeUrl());
        var consent = await browser.SignInAsync(signIn, Ada);
        var error = await browser.OpenAsync(driver.AuthorizeUrl(("client_id", "unknown")));

        foreach (var page in new[] { signIn, consent, error })
        {
            page.Headers["Content-Security-Policy"].ShouldContain("default-src 'none'");
            page.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
            page.Headers["Content-Security-Policy"].ShouldNotContain("unsafe-inline");
            page.Headers["Cache-Control"].ShouldBe("no-store");
            page.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
            page.Headers["Referrer-Policy"].ShouldBe("no-referrer");
            page.Headers.ShouldNotContainKey("Server");
        }

        signIn.Headers["Set-Cookie"].ShouldContain("httponly");
        signIn.Headers["Set-Cookie"].ShouldContain("samesite=lax");
        consent.Headers["Content-Security-Policy"].ShouldContain("form-action 'self' http://127.0.0.1:49152;");
    }

    [Fact]
    public async Task The_style_of_a_page_is_the_one_its_policy_allows()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var page = await driver.GetAsync(driver.AuthorizeUrl().PathAndQuery);

        var style = page.Body.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        page.Headers["Content-Security-Policy"].ShouldContain($"style-src 'sha256-{hash}'");
    }
}
