using System.Text;

namespace Globus.Extensions.OAuth;

/// <summary>
/// What another replica needs to finish a flow that this one started: plain members that any serialiser keeps. It holds the code
/// verifier, so store it where only the application can read it.
/// </summary>
public sealed record AuthorizationFlowState
{
    /// <summary>The client that started the flow.</summary>
    public required string ClientId { get; init; }

    /// <summary>The value that ties the answer to the request; a good key to store this under.</summary>
    public required string State { get; init; }

    /// <summary>The redirect URI of the request, which the exchange repeats.</summary>
    public required string RedirectUri { get; init; }

    /// <summary>The scopes that were asked for.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The PKCE code verifier, if the request carried a challenge. A secret.</summary>
    public string? Verifier { get; init; }

    /// <summary>The value that the ID token has to repeat, if the request carried one. A secret.</summary>
    public string? Nonce { get; init; }

    /// <summary>The complete authorize URL.</summary>
    public required string AuthorizeUrl { get; init; }

    /// <summary>Leaves out what is secret.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("ClientId = ").Append(ClientId).Append(", RedirectUri = ").Append(RedirectUri).Append(", Scopes = ").AppendJoin(' ', Scopes);
        return true;
    }
}
