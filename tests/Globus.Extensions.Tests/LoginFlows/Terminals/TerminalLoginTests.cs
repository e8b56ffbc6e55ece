using Globus.Extensions.Emulator;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.LoginFlows.Terminals;

/// <summary>Logins by a real program at a real (pseudo-)terminal.</summary>
public sealed class TerminalLoginTests : IAsyncLifetime
{
    private const string CtrlC = "\x03";
    private const string Prompt = "code here: ";

    private GlobusEmulator _emulator = null!;

    public async ValueTask InitializeAsync() => _emulator = await GlobusEmulator.StartAsync(null, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact(Timeout = 180_000)]
    public async Task A_person_types_the_code()
    {
        await using var terminal = Terminal.Start(_emulator, "command-line");
        var redirect = SignIn(await terminal.ReadUntilAsync(Prompt));

        await terminal.TypeAsync($"  {TypingPerson.Code(redirect)} \r");

        await terminal.ReadUntilAsync("RESULT logged in");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_person_pastes_the_whole_redirect_url()
    {
        await using var terminal = Terminal.Start(_emulator, "command-line");
        var redirect = SignIn(await terminal.ReadUntilAsync(Prompt));

        await terminal.TypeAsync($"{redirect.AbsoluteUri}\r");

        await terminal.ReadUntilAsync("RESULT logged in");
    }

    [Fact(Timeout = 180_000)]
    public async Task Ctrl_c_cancels_the_login_and_not_the_program()
    {
        await using var terminal = Terminal.Start(_emulator, "command-line");
        await terminal.ReadUntilAsync(Prompt);

        await terminal.TypeAsync(CtrlC);

        await terminal.ReadUntilAsync("RESULT OperationCanceledException: ");
        (await terminal.ReadLineAsync()).ShouldBe("The login was cancelled by Ctrl-C.");
    }

    [Theory(Timeout = 180_000)]
    [InlineData("command-line", "The input ended before a code was entered.")]
    [InlineData("default", "No login flow can run here. local-server: A browser cannot log in to this program here")]
    public async Task Without_any_input_the_login_fails_at_once_and_says_which_command_logs_in(string flow, string message)
    {
        await using var terminal = Terminal.Start(_emulator, flow, " < /dev/null");

        await terminal.ReadUntilAsync("RESULT LoginFlowUnavailableException: " + message);

        (await terminal.ReadLineAsync()).ShouldEndWith("worker login");
    }

    [Fact(Timeout = 180_000)]
    public async Task Enter_goes_on_from_the_browser_to_the_code()
    {
        await using var terminal = Terminal.Start(_emulator, "auto");
        await terminal.ReadUntilAsync("Press Enter to log in another way (command-line).");

        await terminal.TypeAsync("x\r");
        var redirect = SignIn(await terminal.ReadUntilAsync(Prompt));
        await terminal.TypeAsync($"{TypingPerson.Code(redirect)}\r");

        await terminal.ReadUntilAsync("RESULT logged in");
    }

    [Fact(Timeout = 180_000)]
    public async Task The_first_ctrl_c_goes_on_to_the_code_and_the_second_one_cancels()
    {
        await using var terminal = Terminal.Start(_emulator, "auto");
        await terminal.ReadUntilAsync("Press Enter");

        await terminal.TypeAsync(CtrlC);
        await terminal.ReadUntilAsync(Prompt);
        await terminal.TypeAsync(CtrlC);

        await terminal.ReadUntilAsync("RESULT OperationCanceledException");
    }

    private Uri SignIn(string screen)
    {
        var url = screen.Split('\n').Select(static line => line.Trim()).Last(static line => line.StartsWith("http", StringComparison.Ordinal));
        return _emulator.SignIn(new Uri(url), EmulatedGlobus.Ada);
    }
}
