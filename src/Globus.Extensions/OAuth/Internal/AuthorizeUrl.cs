using System.Collections.Frozen;
using System.Text;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>Writes the URL of an authorization request, <c>GET /v2/oauth2/authorize</c>.</summary>
internal static class AuthorizeUrl
{
    private static readonly FrozenSet<string> ProtocolNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "client_id", "client_secret", "redirect_uri", "scope", "state", "response_type", "response_mode", "code_challenge", "code_challenge_method",
        "access_type", "nonce", "prefill_named_grant", "prompt", "session_message", "session_required_identities", "session_required_policies",
        "session_required_single_domain", "session_required_mfa");

    public static string Build(Uri authUrl, string clientId, AuthorizationFlowOptions options, FlowValues values)
    {
        var query = new StringBuilder();
        QueryText.Append(query, "client_id", clientId);
        QueryText.Append(query, "redirect_uri", values.RedirectUri);
        QueryText.Append(query, "scope", string.Join(' ', values.Scopes));
        QueryText.Append(query, "state", values.State);
        QueryText.Append(query, "response_type", "code");
        if (values.Nonce is not null)
        {
            QueryText.Append(query, "nonce", values.Nonce);
        }

        if (values.Verifier is not null)
        {
            QueryText.Append(query, "code_challenge", Pkce.Challenge(values.Verifier));
            QueryText.Append(query, "code_challenge_method", "S256");
        }

        QueryText.Append(query, "access_type", options.RequestRefreshTokens ? "offline" : "online");
        if (values.PrefillNamedGrant is not null)
        {
            QueryText.Append(query, "prefill_named_grant", values.PrefillNamedGrant);
        }

        AppendParameters(query, options.Parameters);
        foreach (var (name, value) in ExtraParameters.Check(options.ExtraParameters, ProtocolNames))
        {
            QueryText.Append(query, name, value);
        }

        return new Uri(authUrl, "v2/oauth2/authorize").AbsoluteUri + query;
    }

    private static void AppendParameters(StringBuilder query, GlobusAuthorizationParameters? parameters)
    {
        if (parameters is null)
        {
            return;
        }

        AppendList("session_required_identities", parameters.SessionRequiredIdentities);
        AppendList("session_required_single_domain", parameters.SessionRequiredSingleDomain);
        AppendList("session_required_policies", parameters.SessionRequiredPolicies);
        if (parameters.SessionRequiredMfa is { } mfa)
        {
            // Globus Auth knows the capitalised words.
            QueryText.Append(query, "session_required_mfa", mfa ? "True" : "False");
        }

        AppendText("session_message", parameters.SessionMessage);
        AppendText("prompt", parameters.Prompt);

        void AppendList(string name, IReadOnlyList<string>? values)
        {
            if (values is not null)
            {
                QueryText.Append(query, name, string.Join(',', values));
            }
        }

        void AppendText(string name, string? value)
        {
            if (value is not null)
            {
                QueryText.Append(query, name, value);
            }
        }
    }
}
