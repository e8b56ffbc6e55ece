using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.LoginFlows;

public sealed class CommandLineLoginFlowManagerTests : IDisposable
{
    private static readonly GlobusAuthorizationParameters Parameters = new() { RequiredScopes = [GlobusScopes.OpenId, GlobusScopes.TransferAll] };

    private readonly StringWriter _screen = new();

    public void Dispose() => _screen.Dispose();

    [Fact]
    public async Task Prints_the_url_and_exchanges_the_code_that_is_typed()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var tokens = await LogInAsync(globus, TypingPerson.Code);

        tokens.Tokens.Count.ShouldBe(2);
        _screen.ToString().ShouldContain($"{globus.Emulator.AuthUrl}v2/oauth2/authorize?client_id=");
        _screen.ToString().ShouldEndWith("code here: ");
    }

    [Fact]
    public async Task White_space_around_the_code_does_not_matter()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        (await LogInAsync(globus, static redirect => $"\t {TypingPerson.Code(redirect)} \r")).Tokens.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_whole_redirect_url_may_be_pasted()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        (await LogInAsync(globus, static redirect => $" {redirect.AbsoluteUri} ")).Tokens.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_pasted_url_of_another_login_is_refused()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        await Should.ThrowAsync<AuthorizationResponseException>(() => LogInAsync(globus, static redirect => $"{redirect.GetLeftPart(UriPartial.Path)}?code={TypingPerson.Code(redirect)}&state=other"));
    }

    [Fact]
    public async Task A_pasted_url_that_says_no_is_told_as_such()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var exception = await Should.ThrowAsync<AuthorizationResponseException>(
            () => LogInAsync(globus, static redirect => redirect.AbsoluteUri.Replace("code=", "error=access_denied&x=", StringComparison.Ordinal)));

        exception.Error.ShouldBe("access_denied");
    }

    [Fact]
    public async Task An_empty_line_asks_again()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        (await LogInAsync(globus, static _ => "", static _ => "  ", TypingPerson.Code)).Tokens.ShouldNotBeEmpty();

        _screen.ToString().Split("code here: ").Length.ShouldBe(4);
    }

    [Fact]
    public async Task The_end_of_the_input_says_what_to_do()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var exception = await Should.ThrowAsync<LoginFlowUnavailableException>(() => LogInAsync(globus));

        exception.Message.ShouldContain("terminal");
    }

    [Fact]
    public async Task A_failing_input_is_not_swallowed()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        await Should.ThrowAsync<IOException>(() => LogInAsync(globus, static _ => throw new IOException("The terminal is gone.")));
    }

    [Fact]
    public async Task A_confidential_client_logs_in_with_its_redirect_uri()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var settings = new LoginFlowSettings { RedirectUri = EmulatedGlobus.WebRedirectUri };
        var manager = new CommandLineLoginFlowManager(
            globus.ConfidentialClient(globus.Web), settings, new TypingPerson(globus.Emulator, _screen, static redirect => redirect.AbsoluteUri), _screen);

        (await manager.RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken)).Tokens.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_confidential_client_without_a_redirect_uri_is_told_to_set_one()
    {
        using var auth = ScriptedAuth.WithSecret("secret");
        var manager = new CommandLineLoginFlowManager(auth.Client, input: TextReader.Null, output: _screen);

        var exception = await Should.ThrowAsync<ArgumentException>(() => manager.RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken));

        exception.Message.ShouldContain("Globus:LoginRedirectUri");
        _screen.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_app_with_the_command_line_flow_names_itself_and_asks_for_refresh_tokens()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var provider = globus.Provide(
            static options =>
            {
                options.AppName = "My App";
                options.RequestRefreshTokens = true;
                options.LoginFlows.Add("typed");
            },
            builder => builder.AddLoginFlow("typed", (_, _, client, settings) => new CommandLineLoginFlowManager(
                client, settings, new TypingPerson(globus.Emulator, _screen, TypingPerson.Code), _screen)));

        await provider.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: TestContext.Current.CancellationToken);

        _screen.ToString().ShouldContain("access_type=offline");
        _screen.ToString().ShouldContain("prefill_named_grant=My+App+on+");
    }

    private Task<OAuthTokenResponse> LogInAsync(EmulatedGlobus globus, params Func<Uri, string>[] lines) =>
        new CommandLineLoginFlowManager(globus.NativeClient(), null, new TypingPerson(globus.Emulator, _screen, lines), _screen)
            .RunLoginFlowAsync(Parameters, TestContext.Current.CancellationToken);
}
