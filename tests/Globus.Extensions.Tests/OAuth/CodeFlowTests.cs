using Globus.Extensions.Http;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.OAuth;

public class CodeFlowTests
{
    private static readonly string[] Scopes = [GlobusScopes.OpenId, GlobusScopes.Email, GlobusScopes.TransferAll, GlobusScopes.GroupsAll];

    [Fact]
    public async Task A_native_client_gets_a_token_for_each_resource_server()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.NativeClient().ShouldBeOfType<NativeLoginClient>();

        var tokens = await globus.FinishAsync(client.StartFlow(Scopes));

        tokens.ByResourceServer.Keys.ShouldBe([GlobusResourceServers.Auth, GlobusResourceServers.Groups, GlobusResourceServers.Transfer], ignoreOrder: true);
        tokens.GetByScope(GlobusScopes.TransferAll).ShouldBeSameAs(tokens.ByResourceServer[GlobusResourceServers.Transfer]);
        tokens.GetByScope("email openid").ResourceServer.ShouldBe(GlobusResourceServers.Auth);
        tokens.IdToken.ShouldNotBeNullOrEmpty();
        tokens.Tokens.ShouldAllBe(static token => token.RefreshToken == null && token.ExpiresAt > TimeProvider.System.GetUtcNow());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_confidential_client_gets_tokens_with_a_challenge_and_without(bool usePkce)
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.ConfidentialClient(globus.Web, options => options.UsePkceForConfidentialClients = usePkce);
        var flow = client.StartFlow(Scopes, EmulatedGlobus.WebRedirectUri);

        var tokens = await globus.FinishAsync(flow);

        tokens.Tokens.Count.ShouldBe(3);
        flow.AuthorizeUrl.Query.Contains("code_challenge=", StringComparison.Ordinal).ShouldBe(usePkce);
        globus.Emulator.Requests.Single(static request => request.GrantType == "authorization_code").AuthorizationScheme.ShouldBe("Basic");
    }

    [Fact]
    public async Task A_client_gets_tokens_for_itself()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var tokens = await globus.ConfidentialClient(globus.ServiceAccount)
            .GetClientCredentialsTokensAsync([GlobusScopes.TransferAll, GlobusScopes.GroupsAll], TestContext.Current.CancellationToken);

        tokens.ByResourceServer.Keys.ShouldBe([GlobusResourceServers.Transfer, GlobusResourceServers.Groups], ignoreOrder: true);
        tokens.Tokens.ShouldAllBe(static token => token.RefreshToken == null);
    }

    [Fact]
    public async Task Refresh_tokens_come_for_every_resource_server_where_they_were_asked_for()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var tokens = await globus.FinishAsync(globus.NativeClient().StartFlow(new AuthorizationFlowOptions { Scopes = Scopes, RequestRefreshTokens = true }));

        tokens.Tokens.Select(static token => token.RefreshToken).ShouldAllBe(static token => !string.IsNullOrEmpty(token));
    }

    [Fact]
    public async Task A_pasted_code_is_exchanged_whatever_white_space_is_around_it()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var flow = globus.NativeClient().StartFlow();
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(globus.Emulator.SignIn(flow.AuthorizeUrl, EmulatedGlobus.Ada).Query)["code"];

        (await flow.ExchangeCodeAsync($" {code}\r\n", TestContext.Current.CancellationToken)).Tokens.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task One_client_runs_many_flows_at_once()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.NativeClient();
        var flows = Enumerable.Range(0, 8).Select(_ => client.StartFlow(Scopes)).ToList();

        var answers = await Task.WhenAll(flows.AsEnumerable().Reverse().Select(flow => globus.FinishAsync(flow)));

        answers.Select(static tokens => tokens.Tokens[0].AccessToken).ShouldBeUnique();
    }

    [Fact]
    public async Task A_code_that_was_got_with_another_verifier_is_refused()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.NativeClient();
        var flow = client.StartFlow(state: "same");
        var other = client.StartFlow(state: "same");
        var redirect = globus.Emulator.SignIn(flow.AuthorizeUrl, EmulatedGlobus.Ada);

        var exception = await Should.ThrowAsync<AuthApiException>(() => other.ExchangeRedirectAsync(redirect, TestContext.Current.CancellationToken));

        exception.OAuthError.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var flow = globus.NativeClient().StartFlow();
        var redirect = globus.Emulator.SignIn(flow.AuthorizeUrl, EmulatedGlobus.Ada);
        await flow.ExchangeRedirectAsync(redirect, TestContext.Current.CancellationToken);

        var exception = await Should.ThrowAsync<AuthApiException>(() => flow.ExchangeRedirectAsync(redirect, TestContext.Current.CancellationToken));

        exception.OAuthError.ShouldBe("invalid_grant");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task An_empty_code_is_not_sent(string code)
    {
        using var auth = ScriptedAuth.Native();

        await Should.ThrowAsync<ArgumentException>(() => auth.Client.StartFlow().ExchangeCodeAsync(code, TestContext.Current.CancellationToken));

        auth.Handler.Requests.ShouldBeEmpty();
    }
}
