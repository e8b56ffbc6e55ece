using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.LoginFlows;

public sealed class CommandLineCancellationTests : IDisposable
{
    private static readonly GlobusAuthorizationParameters Parameters = new() { RequiredScopes = ["openid"] };

    private readonly ScriptedAuth _auth = ScriptedAuth.Native(ScriptedHandler.Json("""{"access_token":"a","scope":"openid","resource_server":"r"}"""));
    private readonly BlockingReader _terminal = new();
    private readonly CommandLineLoginFlowManager _manager;

    public CommandLineCancellationTests() => _manager = new CommandLineLoginFlowManager(_auth.Client, null, _terminal, TextWriter.Null);

    public void Dispose()
    {
        _terminal.Type(null);
        _auth.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelling_ends_the_wait_while_nobody_types()
    {
        using var cancellation = new CancellationTokenSource();
        var login = _manager.RunLoginFlowAsync(Parameters, cancellation.Token);
        await _terminal.WaitForReaderAsync();

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => login);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_login_that_is_cancelled_already_asks_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => _manager.RunLoginFlowAsync(Parameters, new CancellationToken(canceled: true)));

        _auth.Handler.Requests.ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task The_line_that_comes_after_a_cancelled_login_is_the_next_logins()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = _manager.RunLoginFlowAsync(Parameters, cancellation.Token);
        await _terminal.WaitForReaderAsync();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);

        var next = _manager.RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken);
        _terminal.Type("the-code");
        await next;

        _auth.Handler.Requests.Single().Form["code"].ShouldBe("the-code");
    }

    [Fact(Timeout = 60_000)]
    public async Task The_line_that_comes_after_a_cancelled_login_is_the_next_ones_also_with_other_settings()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = _manager.RunLoginFlowAsync(Parameters, cancellation.Token);
        await _terminal.WaitForReaderAsync();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);

        var other = new CommandLineLoginFlowManager(_auth.Client, new LoginFlowSettings { RequestRefreshTokens = true }, _terminal, TextWriter.Null);
        var next = other.RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken);
        _terminal.Type("the-code");
        await next;

        _auth.Handler.Requests.Single().Form["code"].ShouldBe("the-code");
    }

    [Fact(Timeout = 60_000)]
    public async Task Waiting_for_the_person_blocks_no_caller()
    {
        var login = _manager.RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken);

        login.IsCompleted.ShouldBeFalse();
        _terminal.Type("the-code");
        (await login).Tokens.ShouldHaveSingleItem();
    }
}
