using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;

namespace Globus.Extensions.Testing.Internal;

/// <summary>What a login asks for.</summary>
internal static class LoginRequests
{
    public static async Task AsksForScopes(LoginTrial trial)
    {
        string[] scopes = ["openid", "profile", "urn:globus:auth:scope:transfer.api.globus.org:all"];
        await trial.RunAsync(trial.Create(), new GlobusAuthorizationParameters { RequiredScopes = scopes }).ConfigureAwait(false);

        var asked = trial.OnlyQuery()["scope"].Split(' ');
        Require.That(asked.ToHashSet(StringComparer.Ordinal).SetEquals(scopes), $"the authorize URL asks for '{string.Join(' ', asked)}' instead of '{string.Join(' ', scopes)}'");
    }

    public static async Task PassesOnSession(LoginTrial trial)
    {
        var parameters = LoginTrial.Parameters with { SessionRequiredSingleDomain = ["example.org"], SessionMessage = "Please: log in & confirm", Prompt = "login" };
        await trial.RunAsync(trial.Create(), parameters).ConfigureAwait(false);

        Has(trial, "session_required_single_domain", "example.org");
        Has(trial, "session_message", "Please: log in & confirm");
        Has(trial, "prompt", "login");
    }

    public static async Task AsksForRefreshTokens(LoginTrial trial)
    {
        var tokens = await trial.RunAsync(trial.Create(new LoginFlowSettings { RequestRefreshTokens = true })).ConfigureAwait(false);

        Has(trial, "access_type", "offline");
        Require.That(tokens.Tokens.All(static token => token.RefreshToken is not null), "RunLoginFlowAsync gave no refresh token, although the settings want one");
    }

    public static async Task AsksForNoRefreshTokens(LoginTrial trial)
    {
        var tokens = await trial.RunAsync(trial.Create()).ConfigureAwait(false);

        Require.That(trial.OnlyQuery().GetValueOrDefault("access_type") != "offline", "the authorize URL asks for refresh tokens, which the settings do not want");
        Require.That(tokens.Tokens.All(static token => token.RefreshToken is null), "RunLoginFlowAsync gave a refresh token that the settings do not want");
    }

    public static async Task ProposesLabel(LoginTrial trial)
    {
        await trial.RunAsync(trial.Create(new LoginFlowSettings { NativePrefillNamedGrant = "My app on this machine" })).ConfigureAwait(false);

        Has(trial, "prefill_named_grant", "My app on this machine");
    }

    public static async Task PassesOnExtraParameters(LoginTrial trial)
    {
        await trial.RunAsync(trial.Create(new LoginFlowSettings { ExtraParameters = [new("conformance", "ä & b")] })).ConfigureAwait(false);

        Has(trial, "conformance", "ä & b");
    }

    private static void Has(LoginTrial trial, string name, string expected)
    {
        var query = trial.OnlyQuery();
        Require.That(query.TryGetValue(name, out var value), $"the authorize URL has no '{name}'");
        Require.That(value == expected, $"the authorize URL has '{value}' as '{name}' instead of '{expected}'");
    }
}
