using System.Net;
using System.Text;
using System.Text.Json;
using Globus.Extensions.Http;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>What the Python SDK put on the wire for the grants we have, and the answers it got, out of <c>shared/conformance/responses/auth</c>.</summary>
public class GrantConformanceTests
{
    private const string Verifier = "apAAj6SZ_utjD942Z1U4YYJ80YfuRodUrobeVAXX5T0";

    [Fact]
    public async Task Every_request_for_tokens_and_revocation_is_what_the_reference_sends()
    {
        var requests = JsonElements.ReadConformance("responses", "auth", "functional-requests.json").GetProperty("tests").EnumerateArray()
            .SelectMany(static test => test.GetProperty("requests").EnumerateArray())
            .Where(static request => request.GetProperty("path").GetString()!.StartsWith("/v2/oauth2/token", StringComparison.Ordinal))
            .ToList();

        foreach (var expected in requests)
        {
            var sent = await SendAsync(expected);
            sent.Method.ShouldBe(HttpMethod.Post);
            sent.Uri.AbsoluteUri.ShouldBe("https://" + expected.GetProperty("host").GetString() + expected.GetProperty("path").GetString());
            sent.Form.ShouldBe(Form(expected), ignoreOrder: true);
            sent.Headers.Authorization?.Scheme.ShouldBe("Basic");
        }

        requests.Count.ShouldBeGreaterThan(0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{requests.Count} of {requests.Count} requests agree.");
    }

    [Theory]
    [InlineData("oauth2_exchange_code_for_tokens", 3)]
    [InlineData("oauth2_client_credentials_tokens", 2)]
    public async Task Every_answer_with_tokens_is_read_as_it_stands(string method, int count)
    {
        var entries = JsonElements.ReadConformance("responses", "auth", method + ".json").GetProperty("entries").EnumerateArray().ToList();
        entries.Count.ShouldBe(count);

        foreach (var response in entries.Select(static entry => entry.GetProperty("response")))
        {
            var json = response.GetProperty("json");
            using var auth = ScriptedAuth.Native(ScriptedHandler.Json(json.GetRawText(), (HttpStatusCode)response.GetProperty("status").GetInt32()));
            var exchange = auth.Client.StartFlow().ExchangeCodeAsync("code", TestContext.Current.CancellationToken);

            if (json.TryGetProperty("error", out var error))
            {
                var exception = await Should.ThrowAsync<AuthApiException>(() => exchange);
                exception.OAuthError.ShouldBe(error.GetString());
                ((int)exception.StatusCode).ShouldBe(response.GetProperty("status").GetInt32());
                exception.Code.ShouldBeNull();
                continue;
            }

            var tokens = await exchange;
            var token = tokens.Tokens.ShouldHaveSingleItem();
            token.AccessToken.ShouldBe(json.GetProperty("access_token").GetString());
            token.Scope.ShouldBe(json.GetProperty("scope").GetString());
            token.ResourceServer.ShouldBe(json.GetProperty("resource_server").GetString());
            token.TokenType.ShouldBe("Bearer");
            token.ExpiresAt.ShouldBe(ScriptedAuth.Now.AddSeconds(json.GetProperty("expires_in").GetInt32()));
            tokens.IdToken.ShouldBe(json.GetProperty("id_token", null));
        }
    }

    [Fact]
    public async Task The_answer_to_a_revocation_is_taken()
    {
        var answer = JsonElements.ReadConformance("responses", "auth", "oauth2_revoke_token.json").GetProperty("entries")[0].GetProperty("response").GetProperty("json");
        using var auth = ScriptedAuth.Native(ScriptedHandler.Json(answer.GetRawText()));

        await auth.Client.RevokeTokenAsync("sometoken", cancellationToken: TestContext.Current.CancellationToken);

        auth.Handler.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_basic_header_is_the_base64_of_the_utf8_of_id_and_secret()
    {
        using var auth = ScriptedAuth.WithSecret("sécret:%20", ScriptedHandler.Json("""{"active":false}"""));

        await auth.Client.RevokeTokenAsync("t", cancellationToken: TestContext.Current.CancellationToken);

        auth.Handler.Requests.Single().Headers.Authorization!.Parameter
            .ShouldBe(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ScriptedAuth.ClientId}:sécret:%20")));
    }

    private static async Task<RecordedRequest> SendAsync(JsonElement expected)
    {
        var form = Form(expected);
        // The id token tests were recorded without the header, but their client is a confidential one, too.
        var isNative = form.TryGetValue("client_id", out var clientId);
        using var auth = ScriptedAuth.With(
            options =>
            {
                options.ClientId = clientId ?? ScriptedAuth.ClientId;
                options.ClientSecret = isNative ? null : "secret";
                options.UsePkceForConfidentialClients = false;
            },
            ScriptedHandler.Json("""{"access_token":"a","scope":"s","resource_server":"r","other_tokens":[]}"""));
        var cancellationToken = TestContext.Current.CancellationToken;

        await (form.GetValueOrDefault("grant_type") switch
        {
            "authorization_code" => auth.Client.StartFlow(redirectUri: form["redirect_uri"], verifier: Verifier).ExchangeCodeAsync(form["code"], cancellationToken),
            "client_credentials" => auth.Confidential.GetClientCredentialsTokensAsync([form["scope"]], cancellationToken),
            _ => auth.Client.RevokeTokenAsync(form["token"], cancellationToken: cancellationToken),
        });

        var sent = auth.Handler.Requests.ShouldHaveSingleItem();
        (sent.Headers.Authorization is null).ShouldBe(isNative);
        return sent;
    }

    private static Dictionary<string, string> Form(JsonElement request) =>
        request.GetProperty("form").EnumerateObject().ToDictionary(static field => field.Name, static field => field.Value.GetString()!);
}
