using System.Text;
using System.Text.Json;

namespace Globus.Extensions.OAuth;

/// <summary>The token for one resource server out of a token response.</summary>
public sealed record OAuthToken
{
    /// <summary>The service that the token is for, such as <c>groups.api.globus.org</c>.</summary>
    public required string ResourceServer { get; init; }

    /// <summary>The granted scopes, separated by blanks.</summary>
    public required string Scope { get; init; }

    /// <summary>The access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>The refresh token, if one was asked for and given.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>The kind of token, <c>Bearer</c> in one spelling or another.</summary>
    public string? TokenType { get; init; }

    /// <summary>
    /// When the access token ends: the moment the answer came, plus its life, in whole seconds. A life left out counts as none. Where this machine's clock is
    /// wrong, the moment is the one that the answer names (<c>Date</c>).
    /// </summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    public IReadOnlyDictionary<string, JsonElement> ExtensionData { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Leaves out the tokens.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("ResourceServer = ").Append(ResourceServer).Append(", Scope = ").Append(Scope).Append(", ExpiresAt = ").Append(ExpiresAt.ToString("O"));
        return true;
    }
}
