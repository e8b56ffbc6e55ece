using Globus.Extensions.BrowserTests.Driving;
using Globus.Extensions.Emulator;

namespace Globus.Extensions.BrowserTests.Pages;

/// <summary>The emulator's pages as a person has them: by day, by night, on a telephone, without script, without a mouse.</summary>
public sealed class EmulatorPagesTests(Chromium chromium)
{
    public static TheoryData<Look> Looks => [Look.Wide, Look.WideDark, Look.Narrow, Look.NarrowDark, Look.WithoutScript];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_person_comes_from_the_first_page_to_the_code(Look look)
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync(look);

        await person.VisitAsync(AuthorizeUrl.Of(emulator, ("prefill_named_grant", "The Login sample on ada's laptop")));
        await LookAtAsync(person, "Sign in", "sign-in");
        await person.SignInAsync(Person.Ada);
        await LookAtAsync(person, "Allow access?", "consent");
        await person.AllowAsync();

        await LookAtAsync(person, "Your authorization code", "code");
        (await person.Page.GetByLabel("Authorization code").InputValueAsync()).Length.ShouldBeGreaterThan(40);
        person.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task What_the_application_asks_of_the_session_is_said_and_held(Look look)
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync(look);

        await person.VisitAsync(AuthorizeUrl.Of(
            emulator,
            ("session_required_identities", Person.Grace),
            ("session_required_single_domain", "example.org,example.edu"),
            ("session_required_mfa", "True"),
            ("session_message", "The collection <Beam line 7> is open to its owner only."),
            ("prompt", "login")));
        await LookAtAsync(person, "Sign in again", "session");
        await Assertions.Expect(person.Page.GetByLabel("User name")).ToHaveValueAsync(Person.Grace);
        await person.SignInAsync(Person.Ada);
        await LookAtAsync(person, "Sign in again", "session-refused");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The application asks for somebody else.");
        await person.SignInAsync(Person.Grace);

        await person.SeesAsync("Allow access?");
        await Assertions.Expect(person.Page.GetByText(Person.Grace)).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task What_goes_wrong_is_told_in_words(Look look)
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync(look);

        await person.VisitAsync(AuthorizeUrl.Of(emulator));
        await person.SignInAsync("nobody@example.org");
        await LookAtAsync(person, "Sign in", "unknown-person");
        await person.SignInAsync(Person.Ada);
        await person.DenyAsync();
        await LookAtAsync(person, "Access denied", "denied");
        await person.VisitAsync(AuthorizeUrl.Of(emulator, ("redirect_uri", "https://elsewhere.example/")));
        await LookAtAsync(person, "This request cannot be served", "refused");

        person.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_without_a_mouse_gets_to_the_code_and_can_select_it()
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync();
        var keyboard = person.Page.Keyboard;

        await person.VisitAsync(AuthorizeUrl.Of(emulator));
        await keyboard.PressAsync("Enter");
        await person.SeesAsync("Allow access?");
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "Not you?" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await person.TakePictureAsync("consent-focus");
        await keyboard.PressAsync("Enter");
        await person.SeesAsync("Your authorization code");
        await keyboard.PressAsync("Control+a");

        var code = await person.Page.GetByLabel("Authorization code").InputValueAsync();
        (await person.Page.EvaluateAsync<string>("() => { const field = document.activeElement; return field.value.slice(field.selectionStart, field.selectionEnd); }"))
            .ShouldBe(code);
    }

    [Fact]
    public async Task Somebody_who_is_known_signs_in_by_one_press_and_may_be_somebody_else_after_all()
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync();

        await person.VisitAsync(AuthorizeUrl.Of(emulator));
        await person.Page.GetByRole(AriaRole.Button, new() { Name = Person.Ada }).ClickAsync();
        await Assertions.Expect(person.Page.GetByText(Person.Ada)).ToBeVisibleAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Not you?" }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = Person.Grace }).ClickAsync();

        await person.SeesAsync("Allow access?");
        await Assertions.Expect(person.Page.GetByText(Person.Grace)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_that_was_used_says_so_when_the_person_goes_back()
    {
        await using var emulator = await StartAsync();
        await using var person = await chromium.OpenAsync();

        await person.VisitAsync(AuthorizeUrl.Of(emulator));
        var form = await person.Page.Locator("input[name=interaction]").First.InputValueAsync();
        await person.SignInAsync(Person.Ada);
        await person.SeesAsync("Allow access?");
        await person.Page.Locator("input[name=interaction]").EvaluateAsync("(field, used) => { field.value = used; }", form);
        await person.AllowAsync();

        await LookAtAsync(person, "This page is no longer valid", "used");
    }

    private static Task<GlobusEmulator> StartAsync() => GlobusEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    private static async Task LookAtAsync(Person person, string heading, string picture)
    {
        await person.SeesAsync(heading);
        await person.TakePictureAsync(picture);
        (await Accessibility.CheckAsync(person)).ShouldBeEmpty();
    }
}
