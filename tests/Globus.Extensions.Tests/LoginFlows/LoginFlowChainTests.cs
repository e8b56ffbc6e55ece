using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.Logging.Abstractions;
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

    private LoginFlowChain Chain => new([("first", _first), ("second", _second)], NullLogger.Instance);

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

        (await Should.ThrowAsync<LoginFlowUnavailableException>(RunAsync)).Message.ShouldBe("No terminal.");
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

    private Task<OAuthTokenResponse> RunAsync() => Chain.RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken);

    private static Exception Create(Type failure) => failure.Name switch
    {
        nameof(AuthorizationResponseException) => new AuthorizationResponseException("Denied."),
        nameof(LoginFlowException) => new LoginFlowException("Failed."),
        nameof(OperationCanceledException) => new OperationCanceledException(),
        _ => new HttpRequestException(),
    };
}
