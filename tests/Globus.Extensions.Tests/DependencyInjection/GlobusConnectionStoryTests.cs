using Globus.Extensions.Authorizers;
using Globus.Extensions.Emulator.Hosting;
using Globus.Extensions.Http;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tests.Tokens;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.DependencyInjection;

/// <summary>What a program does that uses no app, each piece made by hand and every request sent to the emulator.</summary>
public sealed class GlobusConnectionStoryTests : EmulatorTests
{
    private const string GroupsPath = "/groups/";

    [Fact]
    public async Task A_login_by_hand_is_stored_and_used()
    {
        using var directory = new TemporaryDirectory();
        var storage = new JsonTokenStorage(directory["tokens.json"]);
        using var globus = Connect();
        var loginClient = globus.CreateNativeLoginClient(TestApps.NativeClientId);

        var stored = await storage.StoreResponseAsync(await LogInAsync(loginClient), CancellationToken);
        var groups = await globus.CreateGroupsClient(new RefreshTokenAuthorizer(loginClient, stored[Groups])).GetMyGroupsAsync(cancellationToken: CancellationToken);

        groups.ShouldNotBeEmpty();
        (await storage.GetAsync(Groups, CancellationToken)).ShouldBe(stored[Groups]);
        stored[Groups].IdentityId.ShouldBe(Emulator.Seed.Users[0].Id.ToString());
    }

    [Fact]
    public async Task A_restart_goes_on_with_what_was_stored()
    {
        using var directory = new TemporaryDirectory();
        using (var first = Connect())
        {
            await new JsonTokenStorage(directory["tokens.json"]).StoreResponseAsync(await LogInAsync(first.CreateNativeLoginClient(TestApps.NativeClientId)), CancellationToken);
        }

        Emulator.ClearRequests();
        var token = await new JsonTokenStorage(directory["tokens.json"]).GetAsync(Groups, CancellationToken);
        using var second = Connect();
        var client = second.CreateGroupsClient(new RefreshTokenAuthorizer(second.CreateNativeLoginClient(TestApps.NativeClientId), token!));

        (await client.GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();
        Arrived("/auth/").ShouldBe(0);
    }

    [Fact]
    public async Task An_expired_token_is_renewed_and_stored_before_it_is_used()
    {
        using var globus = Connect();
        var storage = new MemoryTokenStorage();
        var loginClient = globus.CreateNativeLoginClient(TestApps.NativeClientId);
        var old = (await storage.StoreResponseAsync(await LogInAsync(loginClient), CancellationToken))[Groups] with { ExpiresAt = DateTimeOffset.UnixEpoch };
        var usedBeforeStored = -1;
        var client = globus.CreateGroupsClient(new RefreshTokenAuthorizer(loginClient, old, new RenewingAuthorizerOptions
        {
            OnRenewed = async (token, cancellationToken) =>
            {
                usedBeforeStored = Arrived(GroupsPath);
                await storage.StoreAsync(token, cancellationToken);
            },
        }));

        (await client.GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();

        usedBeforeStored.ShouldBe(0);
        var stored = (await storage.GetAsync(Groups, CancellationToken)).ShouldNotBeNull();
        stored.AccessToken.ShouldNotBe(old.AccessToken);
        stored.RefreshToken.ShouldNotBeNull();
        stored.IdentityId.ShouldBe(old.IdentityId);
    }

    [Fact]
    public async Task A_renewed_token_that_cannot_be_stored_is_not_used()
    {
        using var globus = Connect();
        var loginClient = globus.CreateNativeLoginClient(TestApps.NativeClientId);
        var old = Token(await LogInAsync(loginClient)) with { ExpiresAt = DateTimeOffset.UnixEpoch };
        var client = globus.CreateGroupsClient(new RefreshTokenAuthorizer(
            loginClient, old, new RenewingAuthorizerOptions { OnRenewed = static (_, _) => throw new IOException("The disk is full.") }));

        await Should.ThrowAsync<IOException>(() => client.GetMyGroupsAsync(cancellationToken: CancellationToken));

        Arrived(GroupsPath).ShouldBe(0);
    }

    [Fact]
    public async Task A_rejected_token_is_renewed_once_and_the_request_sent_again()
    {
        using var globus = Connect();
        var storage = new MemoryTokenStorage();
        var loginClient = globus.CreateNativeLoginClient(TestApps.NativeClientId);
        var old = (await storage.StoreResponseAsync(await LogInAsync(loginClient), CancellationToken))[Groups];
        using var connection = Connect(new RefreshTokenAuthorizer(loginClient, old, new RenewingAuthorizerOptions { OnRenewed = storage.StoreAsync }));
        Emulator.RevokeAccessTokens();
        Emulator.ClearRequests();

        (await connection.Groups.GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();

        Emulator.Requests.Count(static request => request.GrantType == "refresh_token").ShouldBe(1);
        Emulator.Requests.Where(static request => request.Path.StartsWith(GroupsPath, StringComparison.Ordinal)).Select(static request => request.StatusCode).ShouldBe([401, 200]);
        (await storage.GetAsync(Groups, CancellationToken)).ShouldNotBeNull().AccessToken.ShouldNotBe(old.AccessToken);
    }

    [Fact]
    public async Task A_dead_refresh_token_says_that_a_login_is_needed()
    {
        using var globus = Connect();
        var loginClient = globus.CreateNativeLoginClient(TestApps.NativeClientId);
        var client = globus.CreateGroupsClient(new RefreshTokenAuthorizer(loginClient, Token(await LogInAsync(loginClient))));
        Emulator.RevokeAccessTokens();
        Emulator.RevokeRefreshTokens();

        (await Should.ThrowAsync<TokenRenewalException>(() => client.GetMyGroupsAsync(cancellationToken: CancellationToken))).ResourceServer.ShouldBe(Groups);
    }

    [Fact]
    public async Task A_rejected_access_token_without_more_is_the_answer_of_the_service()
    {
        using var globus = Connect();
        using var connection = Connect(new AccessTokenAuthorizer(Token(await LogInAsync(globus.CreateNativeLoginClient(TestApps.NativeClientId)))));
        (await connection.Groups.GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();
        Emulator.RevokeAccessTokens();

        (await Should.ThrowAsync<GroupsApiException>(() => connection.Groups.GetMyGroupsAsync(cancellationToken: CancellationToken)))
            .StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_service_account_reads_its_secret_anew_for_every_grant()
    {
        var secret = TestApps.ServiceClientSecret;
        using var globus = Connect();
        var loginClient = globus.CreateConfidentialLoginClient(TestApps.ServiceClientId, () => secret);
        var authorizer = new ClientCredentialsAuthorizer(loginClient, GlobusResourceServers.Groups, [GlobusScopes.GroupsViewMyGroupsAndMemberships]);

        await globus.CreateGroupsClient(authorizer).GetMyGroupsAsync(cancellationToken: CancellationToken);
        secret = "wrong";
        Emulator.RevokeAccessTokens();

        await Should.ThrowAsync<AuthApiException>(() => globus.CreateGroupsClient(authorizer).GetMyGroupsAsync(cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task Each_service_gets_its_own_token()
    {
        using var globus = Connect();
        var response = await LogInAsync(globus.CreateNativeLoginClient(TestApps.NativeClientId), GlobusScopes.TransferAll);
        using var connection = Connect(TokenData.FromResponse(response).ToDictionary(
            static token => token.ResourceServer, static IGlobusAuthorizer (token) => new AccessTokenAuthorizer(token)));

        (await connection.Auth.GetUserInfoAsync(CancellationToken)).PreferredUsername.ShouldBe(Emulator.Seed.Users[0].UserName);
        (await connection.Groups.GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldNotBeEmpty();
        using var request = new HttpRequestMessage(HttpMethod.Get, "v0.10/submission_id");
        using var answer = await connection.Transfer.SendAsync(request, CancellationToken);

        answer.IsSuccessStatusCode.ShouldBeTrue();
        Emulator.Requests.Where(static request => request.TokenHash is not null).Select(static request => request.TokenHash).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task No_header_is_sent_on_purpose_only()
    {
        using var connection = Connect(new NullAuthorizer());

        await Should.ThrowAsync<GroupsApiException>(() => connection.Groups.GetMyGroupsAsync(cancellationToken: CancellationToken));

        Emulator.Requests.ShouldHaveSingleItem().AuthorizationScheme.ShouldBeNull();
    }

    [Fact]
    public async Task A_url_of_another_service_is_refused()
    {
        using var globus = Connect();
        var client = globus.CreateGroupsClient(new AccessTokenAuthorizer("a-token"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Emulator.TransferUrl, "v0.10/submission_id"));

        await Should.ThrowAsync<InvalidOperationException>(() => client.SendAsync(request, CancellationToken));

        Emulator.Requests.ShouldBeEmpty();
    }

    private static TokenData Token(OAuthTokenResponse response) => TokenData.FromResponse(response).Single(static token => token.ResourceServer == Groups);

    private GlobusConnectionOptions Options() => new GlobusConnectionOptions { EnvironmentVariables = new StubEnvironment() }.UseEmulator(Emulator);

    private GlobusConnection Connect() => new(Options());

    private GlobusConnection Connect(IGlobusAuthorizer authorizer) => new(authorizer, Options());

    private GlobusConnection Connect(IReadOnlyDictionary<string, IGlobusAuthorizer> authorizers) => new(authorizers, Options());

    private Task<OAuthTokenResponse> LogInAsync(GlobusLoginClient loginClient, params string[] scopes)
    {
        var flow = loginClient.StartFlow(new AuthorizationFlowOptions
        {
            Scopes = [GlobusScopes.OpenId, GlobusScopes.Profile, GlobusScopes.GroupsViewMyGroupsAndMemberships, .. scopes],
            RequestRefreshTokens = true,
        });
        return flow.ExchangeRedirectAsync(Emulator.SignIn(flow.AuthorizeUrl, Emulator.Seed.Users[0].UserName), CancellationToken);
    }
}
