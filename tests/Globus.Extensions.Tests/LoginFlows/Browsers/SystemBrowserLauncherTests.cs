using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tests.Tokens;

namespace Globus.Extensions.Tests.LoginFlows.Browsers;

/// <summary>Real programs in the place of a browser.</summary>
public sealed class SystemBrowserLauncherTests : IDisposable
{
    private static readonly Uri Address = new("https://auth.example/authorize?a=b&c=%24(touch%20x);d");

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task The_program_gets_the_address_as_one_word()
    {
        var browser = Write("browser", $"printf '%s\\n' \"$@\" > '{_directory["opened"]}'");

        await Launcher(browser).LaunchAsync(Address, Token);

        (await File.ReadAllTextAsync(_directory["opened"], Token)).ShouldBe(Address.AbsoluteUri + "\n");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_program_that_fails_makes_way_for_the_next()
    {
        var failing = Write("failing", "exit 3");
        var browser = Write("browser", $"echo noise; echo noise >&2; echo \"$1\" > '{_directory["opened"]}'");

        await Launcher($"{failing}:{browser}").LaunchAsync(Address, Token);

        File.Exists(_directory["opened"]).ShouldBeTrue();
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_all_fail_the_last_one_is_told()
    {
        var failing = Write("failing", "exit 3");

        (await Should.ThrowAsync<LocalServerEnvironmentException>(() => Launcher(failing).LaunchAsync(Address, Token))).Message.ShouldContain($"'{failing}' ended with 3");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_browser_that_goes_on_running_is_not_waited_for()
    {
        var clock = new ManualTimeProvider();
        var browser = Write("browser", "exec sleep 30");
        var launching = Launcher(browser, clock).LaunchAsync(Address, Token);

        await clock.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(10), Token);

        await launching;
    }

    [Theory]
    [InlineData("http://auth.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@auth.example/")]
    public async Task Other_addresses_are_not_opened(string address) =>
        await Should.ThrowAsync<ArgumentException>(() => Launcher("/bin/true").LaunchAsync(new Uri(address), Token));

    private SystemBrowserLauncher Launcher(string browser, TimeProvider? timeProvider = null) =>
        new(timeProvider ?? TimeProvider.System, new BrowserSearch(new StubEnvironment(("BROWSER", browser)), BrowserPlatform.Current));

    private string Write(string name, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        var path = _directory[name];
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
