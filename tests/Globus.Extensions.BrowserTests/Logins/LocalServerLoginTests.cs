using Globus.Extensions.BrowserTests.Driving;
using Globus.Extensions.Emulator;

namespace Globus.Extensions.BrowserTests.Logins;

/// <summary>The sample as people run it: it opens the browser, and the browser comes back to it.</summary>
public sealed class LocalServerLoginTests(Chromium chromium)
{
    private const string Granted = "authorization_code";

    public static TheoryData<Look> Looks => [Look.Tablet, Look.TabletDark, Look.Narrow, Look.WithoutScript];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_person_logs_in_from_the_first_page_to_the_printed_identity(Look look)
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync(look);
        using var sample = new Sample(emulator);

        using var login = sample.Start("login", "--flow", "local-server");
        await person.VisitAsync(await sample.Browser.WaitForAddressAsync());
        await person.SeesAsync("Sign in");
        await person.TakePictureAsync("login-sign-in");
        await person.SignInAsync(Person.Ada);
        await person.SeesAsync("Allow access?");
        await person.TakePictureAsync("login-consent");
        await person.AllowAsync();
        await person.SeesAsync("Login successful");
        await person.TakePictureAsync("login-successful");
        (await Accessibility.CheckAsync(person)).ShouldBeEmpty();
        var ended = await login.WaitAsync();

        ended.ExitCode.ShouldBe(0, ended.Errors);
        ended.Output.Trim().ShouldBe("Logged in as Ada Lovelace (ada@example.org)");
        person.Page.Url.ShouldStartWith("http://127.0.0.1:");
        person.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_stored_serves_the_commands_that_come_later()
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync();
        using var sample = new Sample(emulator);
        await LogInAsync(sample, person, Person.Grace);

        var identity = await sample.RunAsync("whoami");
        var tokens = await sample.RunAsync("tokens");
        var again = await sample.RunAsync("login");
        var logout = await sample.RunAsync("logout");
        using var after = sample.Start("whoami");
        var nobody = await after.WaitAsync();

        identity.ShouldContain("User name\tgrace@example.org");
        identity.ShouldContain("Identity\t9ace0000-0000-4000-8000-000000000002");
        tokens.ShouldMatch(@"(?m)^auth\.globus\.org\t20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ\tyes\temail openid profile$", customMessage: tokens);
        again.ShouldContain("grace@example.org");
        logout.ShouldContain("Logged out");
        nobody.ExitCode.ShouldBe(1);
        nobody.Errors.ShouldContain("Run the command login first");
        emulator.Requests.Count(request => request.GrantType == Granted).ShouldBe(1);
    }

    [Fact]
    public async Task Where_Globus_refuses_what_is_stored_the_next_login_asks_the_person()
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync();
        using var sample = new Sample(emulator);
        await LogInAsync(sample, person, Person.Ada);
        emulator.RevokeAccessTokens();
        emulator.RevokeRefreshTokens();

        using var whoami = sample.Start("whoami");
        var refused = await whoami.WaitAsync();
        await LogInAsync(sample, person, Person.Ada);
        var identity = await sample.RunAsync("whoami");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("a login is required");
        identity.ShouldContain(Person.Ada);
    }

    [Fact]
    public async Task A_denied_consent_is_told_to_the_person_and_to_the_program()
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync();
        using var sample = new Sample(emulator);

        using var login = sample.Start("login", "--flow", "local-server");
        await person.VisitAsync(await sample.Browser.WaitForAddressAsync());
        await person.SignInAsync(Person.Ada);
        await person.DenyAsync();
        await person.SeesAsync("Login failed");
        await person.TakePictureAsync("login-denied");
        (await Accessibility.CheckAsync(person)).ShouldBeEmpty();
        var ended = await login.WaitAsync();

        ended.ExitCode.ShouldBe(1);
        ended.Output.ShouldBeEmpty();
        ended.Errors.ShouldContain("denied");
        emulator.Requests.ShouldNotContain(request => request.GrantType == Granted);
    }

    [Fact]
    public async Task A_tab_that_comes_twice_spends_the_code_once()
    {
        await using var emulator = await GlobusEmulator.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(200) }, TestContext.Current.CancellationToken);
        await using var person = await chromium.OpenAsync();
        using var sample = new Sample(emulator);

        using var login = sample.Start("login", "--flow", "local-server");
        await person.VisitAsync(await sample.Browser.WaitForAddressAsync());
        await person.SignInAsync(Person.Ada);
        await person.SeesAsync("Allow access?");
        var redirect = await person.AllowWithoutFollowingAsync();
        var first = person.Page;
        await person.OpenTabAsync();
        var seen = await Task.WhenAll(TryVisitAsync(first, redirect), TryVisitAsync(person.Page, redirect));
        var ended = await login.WaitAsync();

        // The program may be gone when the second tab comes; while it is there, both see the same.
        ended.ExitCode.ShouldBe(0, ended.Errors);
        seen.ShouldContain("Login successful");
        seen.ShouldAllBe(heading => heading == null || heading == "Login successful");
        emulator.Requests.Count(request => request.GrantType == Granted).ShouldBe(1);
    }

    [Fact]
    public async Task A_login_with_requirements_shows_them_and_lets_in_whom_they_name()
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync();
        using var sample = new Sample(emulator);

        using var login = sample.Start(
            "login", "--flow", "local-server", "--identity", Person.Grace, "--domain", "example.org", "--domain", "example.edu", "--mfa", "--afresh",
            "--message", "The owner of the collection has to log in.");
        var address = await sample.Browser.WaitForAddressAsync();
        await person.VisitAsync(address);
        await person.SeesAsync("Sign in again");
        await Assertions.Expect(person.Page.GetByText("The owner of the collection has to log in.")).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.GetByText("A second factor is asked for.")).ToBeVisibleAsync();
        await person.TakePictureAsync("login-requirements");
        await person.SignInAsync(Person.Ada);
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await person.SignInAsync(Person.Grace);
        await person.AllowAsync();
        await person.SeesAsync("Login successful");
        var ended = await login.WaitAsync();

        address.ShouldContain("prompt=login");
        address.ShouldContain("session_required_mfa=True");
        ended.ExitCode.ShouldBe(0, ended.Errors);
        ended.Output.ShouldContain("grace@example.org");
    }

    [Fact]
    public async Task Two_logins_at_once_do_not_get_into_each_others_way()
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync();
        using var hers = new Sample(emulator);
        using var his = new Sample(emulator);

        using var first = hers.Start("login", "--flow", "local-server");
        using var second = his.Start("login", "--flow", "local-server");
        await person.VisitAsync(await hers.Browser.WaitForAddressAsync());
        var firstTab = person.Page;
        await person.OpenTabAsync();
        await person.VisitAsync(await his.Browser.WaitForAddressAsync());
        var secondTab = person.Page;
        person.TurnTo(firstTab);
        await person.SignInAsync(Person.Ada);
        person.TurnTo(secondTab);
        await person.SignInAsync(Person.Grace);
        await person.AllowAsync();
        await person.SeesAsync("Login successful");
        person.TurnTo(firstTab);
        await person.AllowAsync();
        await person.SeesAsync("Login successful");

        (await second.WaitAsync()).Output.ShouldContain("grace@example.org");
        (await first.WaitAsync()).Output.ShouldContain("ada@example.org");
    }

    [Fact]
    public async Task Ctrl_C_gives_up_a_login_that_waits_for_the_browser()
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync();
        using var sample = new Sample(emulator);

        using var login = sample.Start("login", "--flow", "local-server");
        await person.VisitAsync(await sample.Browser.WaitForAddressAsync());
        await login.InterruptAsync();
        var ended = await login.WaitAsync();

        ended.ExitCode.ShouldBe(130, ended.Errors);
        ended.Errors.ShouldContain("Cancelled.");
    }

    private static async Task LogInAsync(Sample sample, Person person, string userName)
    {
        using var login = sample.Start("login", "--flow", "local-server");
        await person.VisitAsync(await sample.Browser.WaitForAddressAsync());
        await person.SignInAsync(userName);
        await person.AllowAsync();
        (await login.WaitAsync()).ExitCode.ShouldBe(0);
    }

    /// <summary>The heading of the page, or nothing where nobody answers any more.</summary>
    private static async Task<string?> TryVisitAsync(IPage tab, string address)
    {
        try
        {
            await tab.GotoAsync(address);
            return await tab.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync();
        }
        catch (PlaywrightException exception) when (exception.Message.Contains("ERR_CONNECTION", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static Task<GlobusEmulator> StartAsync() => GlobusEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
}
