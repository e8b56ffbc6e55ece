using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Support;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace Globus.Extensions.Tests.LoginFlows;

public class LoginFlowChainTests
{
    private static readonly GlobusAuthorizationParameters Parameters = new();

    private readonly ILoginFlowManager _first = Substitute.For<ILoginFlowManager>();
    private readonly ILoginFlowManager _second = Substitute.For<ILoginFlowManager>();
    private readonly OAuthTokenResponse _tokens =
        new([new OAuthToken { ResourceServer = "r", Scope = "s", AccessToken = "a", ExpiresAt = default }]);

    private readonly StubSkip _skip = new();
    private readonly EventRecorder _log = new();

    private LoginFlowChain Chain => new([new("first", _first), new("second", _second)], _skip, _log, loginCommand: null);

    [Fact]
    public async Task The_first_flow_that_can_run_is_the_one()
    {
        _first.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).Returns(_tokens);

        (await RunAsync()).ShouldBeSameAs(_tokens);

        await _second.DidNotReceiveWithAnyArgs().RunLoginFlowAsync(null!, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_flow_that_cannot_run_here_makes_way_for_the_next()
    {
        _first.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).ThrowsAsync(new LoginFlowUnavailableException("No browser."));
        _second.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).Returns(_tokens);

        (await RunAsync()).ShouldBeSameAs(_tokens);
    }

    [Fact]
    public async Task The_last_flow_tells_why_it_cannot_run()
    {
        _first.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).ThrowsAsync(new LoginFlowUnavailableException("No browser."));
        _second.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).ThrowsAsync(new LoginFlowUnavailableException("No terminal."));

        var message = (await Should.ThrowAsync<LoginFlowUnavailableException>(RunAsync)).Message;

        message.ShouldContain("first: No browser.");
        message.ShouldContain("second: No terminal.");
        message.ShouldContain("Globus:LoginCommand");
    }

    [Fact]
    public async Task Where_none_can_run_the_message_names_the_command_that_logs_in()
    {
        _first.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).ThrowsAsync(new LoginFlowUnavailableException("No browser."));
        _second.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).ThrowsAsync(new LoginFlowUnavailableException("No terminal."));
        var chain = new LoginFlowChain([new("first", _first), new("second", _second)], _skip, _log, "archive login");

        (await Should.ThrowAsync<LoginFlowUnavailableException>(() => chain.RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken)))
            .Message.ShouldEndWith("archive login");
    }

    [Fact]
    public async Task Where_none_can_run_the_way_out_is_told_once()
    {
        using var auth = ScriptedAuth.Native();
        using var input = new StringReader(string.Empty);
        _first.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).ThrowsAsync(new LocalServerEnvironmentException("there is no display"));
        var last = new CommandLineLoginFlowManager(auth.Client, new LoginFlowSettings { LoginCommand = "archive login" }, input, TextWriter.Null);
        var chain = new LoginFlowChain([new("first", _first), new("second", last)], _skip, _log, "archive login");

        var message = (await Should.ThrowAsync<LoginFlowUnavailableException>(() => chain.RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken))).Message;

        message.ShouldBe("No login flow can run here. first: A browser cannot log in to this program here: there is no display. second: The input ended before a code was entered. "
            + "Where nobody is at hand, log in beforehand by running this command in a terminal: archive login");
        _log.Events[0].Message.ShouldNotContain("instead");
    }

    [Fact]
    public async Task What_was_chosen_is_logged_with_the_reason()
    {
        _first.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).ThrowsAsync(new LoginFlowUnavailableException("No browser."));
        _second.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).Returns(_tokens);

        await RunAsync();

        _log.Events.Select(static entry => entry.Name).ShouldBe(["TryingNextLoginFlow", "LoginFlowChosen"]);
        _log.Events[0].Message.ShouldContain("No browser.");
        _log.Events[1].Message.ShouldContain("second");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_person_may_skip_to_the_next_flow()
    {
        var given = Waiting(_first);
        _second.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).Returns(_tokens);
        var login = RunAsync();
        (await _skip.Offered).ShouldBe("second");

        _skip.Press();

        (await login).ShouldBeSameAs(_tokens);
        given.Single().IsCancellationRequested.ShouldBeTrue();
        _log.Events.ShouldContain(static entry => entry.Name == "LoginFlowSkipped");
    }

    [Fact(Timeout = 60_000)]
    public async Task Tokens_that_have_come_meanwhile_are_not_thrown_away()
    {
        var finish = new TaskCompletionSource<OAuthTokenResponse>();
        _first.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).Returns(call =>
        {
            call.Arg<CancellationToken>().Register(() => finish.SetResult(_tokens));
            return finish.Task;
        });
        var login = RunAsync();
        await _skip.Offered;

        _skip.Press();

        (await login).ShouldBeSameAs(_tokens);
        await _second.DidNotReceiveWithAnyArgs().RunLoginFlowAsync(null!, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_is_skipped_when_the_login_is_cancelled()
    {
        Waiting(_first);
        using var cancellation = new CancellationTokenSource();
        var login = Chain.RunLoginFlowAsync(Parameters, cancellation.Token);
        await _skip.Offered;

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => login);
        await _second.DidNotReceiveWithAnyArgs().RunLoginFlowAsync(null!, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nobody_is_offered_to_skip_the_last_flow()
    {
        _first.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).ThrowsAsync(new LoginFlowUnavailableException("No browser."));
        _second.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).Returns(_tokens);

        await RunAsync();

        _skip.Offered.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(typeof(AuthorizationResponseException))]
    [InlineData(typeof(LoginFlowException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(HttpRequestException))]
    public async Task Any_other_failure_is_the_end_of_it(Type failure)
    {
        _first.RunLoginFlowAsync(Parameters, Arg.Any<CancellationToken>()).ThrowsAsync(Create(failure));

        (await Record.ExceptionAsync(RunAsync)).ShouldBeOfType(failure);

        await _second.DidNotReceiveWithAnyArgs().RunLoginFlowAsync(null!, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void It_is_available_if_one_of_its_flows_is(bool first, bool second)
    {
        _first.IsAvailable.Returns(first);
        _second.IsAvailable.Returns(second);

        Chain.IsAvailable.ShouldBe(first || second);
    }

    private static List<CancellationToken> Waiting(ILoginFlowManager manager)
    {
        List<CancellationToken> given = [];
        manager.RunLoginFlowAsync(Parameters, Arg.Do<CancellationToken>(given.Add)).Returns(static async call =>
        {
            await new TaskCompletionSource().Task.WaitAsync(call.Arg<CancellationToken>());
            return null!;
        });
        return given;
    }

    private Task<OAuthTokenResponse> RunAsync() => Chain.RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken);

    private static Exception Create(Type failure) => failure.Name switch
    {
        nameof(AuthorizationResponseException) => new AuthorizationResponseException("Denied."),
        nameof(LoginFlowException) => new LoginFlowException("Failed."),
        nameof(OperationCanceledException) => new OperationCanceledException(),
        _ => new HttpRequestException(),
    };
}
