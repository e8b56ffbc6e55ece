using Globus.Extensions.BrowserTests.Driving;
using Globus.Extensions.Emulator;

namespace Globus.Extensions.BrowserTests.Logins;

/// <summary>The sample where the browser is on another machine: the person carries the code over.</summary>
public sealed class CommandLineLoginTests(Chromium chromium)
{
    [Fact]
    public async Task A_person_copies_the_code_from_the_page_into_the_program()
    {
        await using var emulator = await GlobusEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var person = await chromium.OpenAsync();
        using var sample = new Sample(emulator);

        using var login = sample.Start("login", "--flow", "command-line");
        await person.VisitAsync(await login.WaitForAddressAsync());
        await person.SignInAsync(Person.Grace);
        await person.AllowAsync();
        await person.SeesAsync("Your authorization code");
        await login.Input.WriteLineAsync(await person.Page.GetByLabel("Authorization code").InputValueAsync());
        await login.Input.FlushAsync(TestContext.Current.CancellationToken);
        var ended = await login.WaitAsync();

        ended.ExitCode.ShouldBe(0, ended.Errors);
        ended.Output.Trim().ShouldBe("Logged in as Grace Hopper (grace@example.org)");
    }

    [Fact]
    public async Task Without_a_browser_of_its_own_the_program_still_receives_the_answer()
    {
        await using var emulator = await GlobusEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var person = await chromium.OpenAsync();
        using var sample = new Sample(emulator);

        using var login = sample.Start("login", "--flow", "local-server", "--no-browser");
        await person.VisitAsync(await login.WaitForAddressAsync());
        await person.SignInAsync(Person.Ada);
        await person.AllowAsync();
        await person.SeesAsync("Login successful");

        (await login.WaitAsync()).Output.ShouldContain("ada@example.org");
    }
}
