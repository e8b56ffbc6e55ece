using System.Text.Json;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.Tests.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.LoginFlows;

/// <summary>The cases <c>login_flow_manager</c> of <c>shared/conformance/authorize-urls.json</c>.</summary>
public class LoginFlowConformanceTests
{
    // Of these parameters the values are random here.
    private static readonly string[] Random = ["state", "code_challenge"];

    // Where we answer otherwise on purpose.
    private static readonly Dictionary<string, string> Deviations = new()
    {
        ["native {}"] = "Scopes left out mean openid, profile, email and Transfer, here as everywhere.",
        ["confidential {}"] = "Scopes left out mean openid, profile, email and Transfer, here as everywhere.",
    };

    [Fact]
    public async Task Every_case_gives_the_expected_url()
    {
        var cases = JsonElements.ReadConformance("authorize-urls.json").GetProperty("login_flow_manager").GetProperty("cases").EnumerateArray().ToList();
        var deviating = 0;
        foreach (var item in cases)
        {
            var key = Key(item);
            if (Deviations.ContainsKey(key))
            {
                deviating++;
                (await RunAsync(item))["scope"].ShouldBe("openid profile email urn:globus:auth:scope:transfer.api.globus.org:all");
            }
            else if (item.GetProperty("expected").TryGetProperty("query", out var expected))
            {
                var query = await RunAsync(item);
                query.Keys.ShouldBe(expected.EnumerateObject().Select(static member => member.Name), ignoreOrder: true, key);
                expected.EnumerateObject().Where(static member => !Random.Contains(member.Name)).ShouldAllBe(member => query[member.Name] == member.Value.GetString());
            }
            else
            {
                await Should.ThrowAsync<ArgumentException>(() => RunAsync(item));
            }
        }

        deviating.ShouldBe(Deviations.Count, "A deviation that is listed does not occur any more.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count - deviating} of {cases.Count} cases agree, {deviating} differ on purpose.");
    }

    private static string Key(JsonElement item) =>
        $"{item.GetProperty("client").GetString()} {JsonText.Minify(item.GetProperty("authorization_parameters").GetRawText())}";

    private static async Task<Dictionary<string, string>> RunAsync(JsonElement item)
    {
        using var auth = ScriptedAuth.With(
            options =>
            {
                options.ClientSecret = item.GetProperty("client").GetString() == "native" ? null : "secret";
                options.UsePkceForConfidentialClients = false;
                options.UseNonce = false;
            },
            ScriptedHandler.Json("""{"access_token":"a","scope":"s","resource_server":"r"}"""));
        var settings = new LoginFlowSettings
        {
            RedirectUri = item.GetProperty("redirect_uri").GetString(),
            RequestRefreshTokens = item.GetProperty("request_refresh_tokens").GetBoolean(),
            NativePrefillNamedGrant = item.GetProperty("native_prefill_named_grant").GetString(),
        };
        var manager = new GraphicalLoginFlowManager(auth.Client, settings, "code");

        await manager.RunLoginFlowAsync(Read(item.GetProperty("authorization_parameters")), TestContext.Current.CancellationToken);

        auth.Handler.Requests.Single().Form["code"].ShouldBe("code");
        return QueryHelpers.ParseQuery(manager.Shown!.Query).ToDictionary(static entry => entry.Key, static entry => entry.Value.Single()!);
    }

    private static GlobusAuthorizationParameters Read(JsonElement parameters) => new()
    {
        RequiredScopes = Texts(parameters, "required_scopes"),
        SessionRequiredIdentities = Texts(parameters, "session_required_identities"),
        SessionRequiredPolicies = Texts(parameters, "session_required_policies"),
        SessionRequiredSingleDomain = Texts(parameters, "session_required_single_domain"),
        SessionRequiredMfa = parameters.TryGetProperty("session_required_mfa", out var mfa) ? mfa.GetBoolean() : null,
        SessionMessage = parameters.GetProperty("session_message", null),
        Prompt = parameters.GetProperty("prompt", null),
    };

    private static string[]? Texts(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(static item => item.GetString()!)] : null;
}
