using System.Net;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Http;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tokens;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Globus.Extensions.Tests.DependencyInjection;

public sealed class GlobusConnectionTests
{
    private const string Groups = "groups.api.globus.org";
    private const string Transfer = "transfer.api.globus.org";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public void A_service_without_an_authorizer_is_refused_with_advice()
    {
        using var connection = new GlobusConnection(new AccessTokenAuthorizer("a-token", Groups));

        var error = Should.Throw<InvalidOperationException>(() => connection.Transfer);

        error.Message.ShouldContain($"'{Transfer}', only for {Groups}");
        error.Message.ShouldContain(nameof(GlobusConnection.CreateTransferClient));
    }

    [Fact]
    public void A_connection_without_authorizers_gives_no_client_of_itself()
    {
        using var connection = new GlobusConnection();

        Should.Throw<InvalidOperationException>(() => connection.Groups).Message.ShouldContain("nor for any other service");
    }

    [Fact]
    public void Tokens_of_one_service_are_not_given_to_the_client_of_another()
    {
        using var connection = new GlobusConnection();

        var error = Should.Throw<ArgumentException>(() => connection.CreateTransferClient(new AccessTokenAuthorizer(Token())));

        error.Message.ShouldContain(Groups);
        error.Message.ShouldContain(Transfer);
        error.Message.ShouldNotContain("a-token");
    }

    [Fact]
    public void An_authorizer_under_another_resource_server_than_its_own_is_refused()
    {
        var authorizers = new Dictionary<string, IGlobusAuthorizer> { [Transfer] = new AccessTokenAuthorizer(Token()) };

        Should.Throw<ArgumentException>(() => new GlobusConnection(authorizers)).Message.ShouldContain(Groups);
    }

    [Fact]
    public void A_bare_token_does_not_serve_every_service()
    {
        var error = Should.Throw<ArgumentException>(static () => new GlobusConnection(new AccessTokenAuthorizer("a-token")));

        error.Message.ShouldContain("which service");
        error.Message.ShouldContain("by resource server");
    }

    [Fact]
    public void An_authorizer_that_knows_its_service_serves_that_one()
    {
        IGlobusAuthorizer[] authorizers =
        [
            new RefreshTokenAuthorizer(Substitute.For<NativeLoginClient>(), Token() with { RefreshToken = "refresh" }),
            new ClientCredentialsAuthorizer(Substitute.For<ConfidentialLoginClient>(), Groups, ["scope"]),
            new AccessTokenAuthorizer(Token()),
        ];

        foreach (var authorizer in authorizers)
        {
            using var connection = new GlobusConnection(authorizer);
            connection.Groups.ResourceServer.ShouldBe(Groups);
        }
    }

    [Fact]
    public async Task An_authorizer_of_ones_own_goes_where_it_is_given()
    {
        using var handler = new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.OK, "[]"));
        var authorizer = Substitute.For<IGlobusAuthorizer>();
#pragma warning disable CA2012 // The call is not made: it says which call is meant.
        authorizer.GetAuthorizationHeaderAsync(CancellationToken.None).ReturnsForAnyArgs(new ValueTask<System.Net.Http.Headers.AuthenticationHeaderValue?>(new System.Net.Http.Headers.AuthenticationHeaderValue("Mine", "x")));
#pragma warning restore CA2012
        using var connection = new GlobusConnection(new Dictionary<string, IGlobusAuthorizer> { [Groups] = authorizer }, Options(handler));

        await connection.Groups.GetMyGroupsAsync(cancellationToken: CancellationToken);
        await connection.CreateGroupsClient(authorizer).GetMyGroupsAsync(cancellationToken: CancellationToken);

        handler.Sent.Select(static request => request.Authorization).ShouldBe(["Mine x", "Mine x"]);
    }

    [Fact]
    public async Task A_code_is_sent_once_whatever_happens_to_it()
    {
        using var handler = new ScriptedHandler(HttpStatusCode.InternalServerError);
        using var connection = new GlobusConnection(Options(handler));
        var flow = connection.CreateNativeLoginClient(TestApps.NativeClientId).StartFlow();

        await Should.ThrowAsync<AuthApiException>(() => flow.ExchangeCodeAsync("code", CancellationToken));

        handler.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_is_not_ready_is_asked_again_as_in_an_app()
    {
        using var handler = new ScriptedHandler((index, _) =>
        {
            if (index > 0)
            {
                return ScriptedHandler.Json(HttpStatusCode.OK, "[]");
            }

            var answer = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            answer.Headers.RetryAfter = new(TimeSpan.Zero);
            return answer;
        });
        using var connection = new GlobusConnection(new AccessTokenAuthorizer(Token()), Options(handler));

        (await connection.Groups.GetMyGroupsAsync(cancellationToken: CancellationToken)).ShouldBeEmpty();

        handler.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Requests_say_who_sends_them_and_go_to_the_environment()
    {
        HttpRequestMessage? seen = null;
        using var handler = new ScriptedHandler((_, request) =>
        {
            seen = request;
            return ScriptedHandler.Json(HttpStatusCode.OK, "[]");
        });
        var options = Options(handler);
        (options.AppName, options.Environment) = ("By hand", "preview");
        using var connection = new GlobusConnection(new AccessTokenAuthorizer(Token()), options);

        await connection.Groups.GetMyGroupsAsync(cancellationToken: CancellationToken);

        seen.ShouldNotBeNull().RequestUri!.Host.ShouldBe("groups.api.preview.globus.org");
        seen.Headers.UserAgent.ToString().ShouldEndWith("(By hand)");
        connection.CreateNativeLoginClient(TestApps.NativeClientId).AuthUrl.AbsoluteUri.ShouldBe("https://auth.preview.globus.org/");
    }

    [Fact]
    public void The_variables_of_the_python_sdk_count_as_they_do_for_apps()
    {
        var options = Options(new ScriptedHandler(), ("GLOBUS_SDK_ENVIRONMENT", "preview"), ("GLOBUS_SDK_SERVICE_URL_GROUPS", "http://127.0.0.1:4711/g"));
        using var connection = new GlobusConnection(new NullAuthorizer(), options);

        connection.Groups.BaseUrl.AbsoluteUri.ShouldBe("http://127.0.0.1:4711/g/");
        connection.Transfer.BaseUrl.AbsoluteUri.ShouldBe("https://transfer.api.preview.globus.org/");
    }

    [Fact]
    public void Wrong_options_are_all_told_at_once()
    {
        var options = Options(new ScriptedHandler(), ("GLOBUS_SDK_HTTP_TIMEOUT", "soon"));
        (options.Environment, options.TotalTimeout) = ("moon", TimeSpan.Zero);
        options.ServiceUrls["groups"] = "http://groups.example/";

        var error = Should.Throw<OptionsValidationException>(() => new GlobusConnection(options));

        error.Failures.Count().ShouldBe(4);
        error.Message.ShouldContain("GlobusConnectionOptions:Environment: 'moon'");
        error.Message.ShouldContain("GlobusConnectionOptions:ServiceUrls:groups");
        error.Message.ShouldContain("GlobusConnectionOptions:TotalTimeout");
        error.Message.ShouldContain("GLOBUS_SDK_HTTP_TIMEOUT");
    }

    [Fact]
    public void A_client_id_is_a_uuid_and_a_secret_is_not_empty()
    {
        using var connection = new GlobusConnection();

        Should.Throw<ArgumentException>(() => connection.CreateNativeLoginClient("my-client")).Message.ShouldContain("'my-client' is not a client id");
        Should.Throw<ArgumentException>(() => connection.CreateConfidentialLoginClient(TestApps.ServiceClientId, " "));
    }

    [Fact]
    public async Task Nothing_can_be_sent_once_the_connection_is_disposed()
    {
        var connection = new GlobusConnection(new AccessTokenAuthorizer(Token()));
        var groups = connection.Groups;
        var loginClient = connection.CreateNativeLoginClient(TestApps.NativeClientId);
        connection.Dispose();
        connection.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => groups.GetMyGroupsAsync(cancellationToken: CancellationToken));
        await Should.ThrowAsync<ObjectDisposedException>(() => loginClient.RevokeTokenAsync("a-token", cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task A_handler_that_was_given_outlives_the_connection()
    {
        using var handler = new ScriptedHandler(HttpStatusCode.OK);
        new GlobusConnection(Options(handler)).Dispose();

        using var client = new HttpClient(handler, disposeHandler: false);
        using var answer = await client.GetAsync(new Uri("https://example.org/"), CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_people_share_a_connection_and_not_a_token()
    {
        using var handler = new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.OK, "[]"));
        using var connection = new GlobusConnection(Options(handler));
        var first = connection.CreateGroupsClient(new AccessTokenAuthorizer("first"));
        var second = connection.CreateGroupsClient(new AccessTokenAuthorizer("second"));

        await second.GetMyGroupsAsync(cancellationToken: CancellationToken);
        await first.GetMyGroupsAsync(cancellationToken: CancellationToken);

        handler.Sent.Select(static request => request.Authorization).ShouldBe(["Bearer second", "Bearer first"]);
    }

    private static GlobusConnectionOptions Options(HttpMessageHandler handler, params (string Name, string Value)[] variables) =>
        new() { PrimaryHandler = handler, EnvironmentVariables = new StubEnvironment(variables) };

    private static TokenData Token() => new()
    {
        ResourceServer = Groups,
        Scope = "scope",
        AccessToken = "a-token",
        ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1),
    };
}
