using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.Tests.Configuration;

namespace Globus.Extensions.Tests.LoginFlows.Browsers;

public sealed class BrowserSearchTests
{
    private static readonly Uri Address = new("https://auth.example/authorize?a=b&c=d");

    [Theory]
    [InlineData("SSH_TTY")]
    [InlineData("SSH_CONNECTION")]
    [InlineData("SSH_CLIENT")]
    public void A_remote_session_is_recognised(string variable)
    {
        var search = Linux([], ("DISPLAY", ":0"), (variable, "x"));

        search.FindRemoteSession().ShouldNotBeNull().ShouldContain($"{variable} is set");
    }

    [Fact]
    public void An_empty_variable_of_ssh_hides_none_that_is_set() =>
        Linux([], ("SSH_TTY", ""), ("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")).FindRemoteSession().ShouldNotBeNull().ShouldContain("SSH_CONNECTION");

    [Theory]
    [InlineData("DISPLAY")]
    [InlineData("WAYLAND_DISPLAY")]
    public void A_display_and_a_program_will_do(string variable)
    {
        var (commands, obstacle) = Linux(["/usr/bin/xdg-open"], (variable, ":0")).Run();

        obstacle.ShouldBeNull();
        Line(commands.ShouldHaveSingleItem()).ShouldBe($"/usr/bin/xdg-open {Address}");
    }

    [Fact]
    public void Without_a_display_there_is_no_browser()
    {
        var (commands, obstacle) = Linux(["/usr/bin/xdg-open"]).Run();

        commands.ShouldBeEmpty();
        obstacle.ShouldBe("there is no display (DISPLAY and WAYLAND_DISPLAY are not set)");
    }

    [Fact]
    public void A_container_is_told_as_one() =>
        new BrowserSearch(new StubEnvironment(("PATH", "/usr/bin")), Platform([]) with { IsContainer = true }).Run().Obstacle.ShouldNotBeNull().ShouldEndWith("; this is a container");

    [Fact]
    public void A_display_without_a_program_that_opens_browsers_is_no_use() =>
        Linux(["/usr/bin/firefoxx"], ("DISPLAY", ":0")).Run().Obstacle.ShouldNotBeNull().ShouldStartWith("no program was found that opens a browser");

    [Theory]
    [InlineData("lynx")]
    [InlineData("/usr/bin/w3m")]
    [InlineData("www-browser")]
    [InlineData("links -g:elinks")]
    public void A_text_browser_is_none(string browser) =>
        Linux(["/usr/bin/xdg-open", "/usr/bin/lynx"], ("DISPLAY", ":0"), ("BROWSER", browser)).Run().Obstacle.ShouldNotBeNull().ShouldContain("text browser");

    [Fact]
    public void The_variable_may_name_several_browsers_with_arguments()
    {
        var (commands, obstacle) = Linux(
            ["/opt/a b/browser", "/usr/bin/firefox", "/usr/bin/lynx"], ("BROWSER", "missing:lynx:'/opt/a b/browser' --url=%s --new &:firefox")).Run();

        obstacle.ShouldBeNull();
        commands.Select(Line).ShouldBe([$"/opt/a b/browser --url={Address} --new", $"/usr/bin/firefox {Address}"]);
    }

    [Fact]
    public void The_variable_counts_without_a_display_as_editors_set_it_for_their_terminals() =>
        Linux(["/vscode/browser.sh"], ("BROWSER", "/vscode/browser.sh")).Run().Obstacle.ShouldBeNull();

    [Fact]
    public void A_browser_gets_a_session_of_its_own_where_that_can_be_had() =>
        Line(Linux(["/usr/bin/setsid", "/usr/bin/xdg-open"], ("DISPLAY", ":0")).Run().Commands.ShouldHaveSingleItem())
            .ShouldBe($"/usr/bin/setsid /usr/bin/xdg-open {Address}");

    [Theory]
    [InlineData("/usr/bin/wslview", "/usr/bin/wslview https://auth.example/authorize?a=b&c=d")]
    [InlineData("/mnt/c/Windows/System32/rundll32.exe", "/mnt/c/Windows/System32/rundll32.exe url.dll,FileProtocolHandler https://auth.example/authorize?a=b&c=d")]
    public void Linux_within_windows_opens_the_browser_of_windows(string program, string line) =>
        Line(Linux([program], ("WSL_DISTRO_NAME", "Debian")).Run().Commands[0]).ShouldBe(line);

    [Fact]
    public void Linux_within_windows_is_told_what_it_lacks() => Linux([], ("WSL_DISTRO_NAME", "Debian")).Run().Obstacle.ShouldNotBeNull().ShouldContain("wslu");

    [Fact]
    public void A_windows_service_has_no_desktop() =>
        new BrowserSearch(new StubEnvironment(), Platform([]) with { IsWindows = true, IsInteractive = false }).Run().Obstacle.ShouldNotBeNull().ShouldContain("service");

    [Fact]
    public void Windows_opens_addresses_itself()
    {
        var start = new BrowserSearch(new StubEnvironment(), Platform([]) with { IsWindows = true }).Run().Commands.ShouldHaveSingleItem().For(Address);

        start.UseShellExecute.ShouldBeTrue();
        start.FileName.ShouldBe(Address.AbsoluteUri);
    }

    [Fact]
    public void A_mac_has_a_program_for_it() =>
        Line(new BrowserSearch(new StubEnvironment(), Platform([]) with { IsMacOS = true }).Run().Commands.ShouldHaveSingleItem()).ShouldBe($"/usr/bin/open {Address}");

    [Fact]
    public void Programs_of_the_current_folder_are_not_taken() =>
        new BrowserSearch(new StubEnvironment(("PATH", ".:bin:/usr/bin"), ("DISPLAY", ":0"), ("BROWSER", "./evil:bin/evil")), Platform(["./evil", "bin/evil", "./xdg-open", "bin/xdg-open"]))
            .Run().Commands.ShouldBeEmpty();

    private static BrowserSearch Linux(string[] programs, params (string Name, string Value)[] variables) =>
        new(new StubEnvironment([("PATH", "/usr/local/bin:/usr/bin"), .. variables]), Platform(programs));

    private static BrowserPlatform Platform(string[] programs) => new() { IsProgram = programs.Contains };

    private static string Line(BrowserCommand command)
    {
        var start = command.For(Address);
        return string.Join(' ', start.ArgumentList.Prepend(start.FileName));
    }
}
