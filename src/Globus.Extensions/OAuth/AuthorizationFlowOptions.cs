using Globus.Extensions.AuthorizationRequirements;

namespace Globus.Extensions.OAuth;

/// <summary>What an authorization code flow asks for. See <see cref="GlobusLoginClient.StartFlow(AuthorizationFlowOptions)"/>.</summary>
public sealed record AuthorizationFlowOptions
{
    /// <summary>
    /// The scopes to ask for. Default: those of <see cref="Parameters"/>, else <c>openid</c>, <c>profile</c>, <c>email</c> and Transfer's <c>all</c>.
    /// </summary>
    public IEnumerable<string>? Scopes { get; init; }

    /// <summary>
    /// Where the browser is sent with the answer, exactly as registered. Default for a native client: the page of Globus Auth that shows
    /// the code; required for a confidential one.
    /// </summary>
    public string? RedirectUri { get; init; }

    /// <summary>The value that ties the answer to this request. Default: random.</summary>
    public string? State { get; init; }

    /// <summary>The PKCE code verifier, 43 to 128 characters of RFC 7636. Default: random.</summary>
    public string? Verifier { get; init; }

    /// <summary>
    /// The value that the ID token has to repeat. Default: random where <c>openid</c> is among the scopes and
    /// <see cref="GlobusOptions.UseNonce"/> is on, else none.
    /// </summary>
    public string? Nonce { get; init; }

    /// <summary>Whether refresh tokens are wanted (<c>access_type=offline</c>). Default: <see langword="false"/>.</summary>
    public bool RequestRefreshTokens { get; init; }

    /// <summary>The label that the consent page proposes for the grant; sent by native clients only.</summary>
    public string? PrefillNamedGrant { get; init; }

    /// <summary>How the person has to log in: session requirements, a message, a prompt.</summary>
    public GlobusAuthorizationParameters? Parameters { get; init; }

    /// <summary>Further query parameters of the authorize URL. Names that the protocol uses are refused.</summary>
    public IEnumerable<KeyValuePair<string, string>>? ExtraParameters { get; init; }

    /// <summary>Leaves out what is secret.</summary>
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Scopes = ").AppendJoin(' ', Scopes ?? []).Append(", RedirectUri = ").Append(RedirectUri)
            .Append(", RequestRefreshTokens = ").Append(RequestRefreshTokens);
        return true;
    }
}
