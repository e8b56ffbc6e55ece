using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens.Internal;

namespace Globus.Extensions.Tokens;

/// <summary>The tokens of one resource server, as a storage keeps them.</summary>
/// <remarks>
/// Immutable, hence safe to share between threads. Two records are equal when all their members are, unknown ones included.
/// <see cref="ToString"/> shows neither token.
/// </remarks>
public sealed record TokenData
{
    /// <summary>The resource server that takes the access token, for example <c>transfer.api.globus.org</c>.</summary>
    public required string ResourceServer { get; init; }

    /// <summary>The id of the identity that the tokens stand for; <see langword="null"/> when it is not known.</summary>
    public string? IdentityId { get; init; }

    /// <summary>The granted scopes, separated by spaces.</summary>
    public required string Scope { get; init; }

    /// <summary>The access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>The refresh token; <see langword="null"/> when none was granted.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the access token expires.</summary>
    /// <remarks>UTC in whole seconds, as every storage writes it: a finer part is cut off and an offset converted.</remarks>
    public required DateTimeOffset ExpiresAt
    {
        get;
        init => field = DateTimeOffset.FromUnixTimeSeconds(value.ToUnixTimeSeconds());
    }

    /// <summary>The token type that the server named, usually <c>Bearer</c>; <see langword="null"/> when it named none.</summary>
    public string? TokenType { get; init; }

    /// <summary>The members of the stored record that this version does not know, by name; empty by default.</summary>
    /// <remarks>
    /// They are written back when the record is saved, so derive the successor of a record with a <c>with</c> expression to
    /// keep them. The elements must not belong to a <see cref="JsonDocument"/> that may be disposed:
    /// <see cref="JsonElement.Clone"/> them.
    /// </remarks>
    public IReadOnlyDictionary<string, JsonElement> ExtensionData { get; init; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>Makes the records of a login, one for each resource server.</summary>
    /// <param name="response">The answer to a login or to client credentials.</param>
    /// <param name="identityId">Whose the tokens are, as the validated ID token says (<see cref="OAuthTokenResponse.DecodeIdTokenAsync"/>); default: not known.</param>
    /// <returns>The records.</returns>
    public static IReadOnlyList<TokenData> FromResponse(OAuthTokenResponse response, string? identityId = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        return IssuedTokens.Of(response, identityId);
    }

    /// <summary>Says whether two records hold the same.</summary>
    /// <param name="other">The other record.</param>
    /// <returns><see langword="true"/> when every member is equal, unknown ones compared as JSON values.</returns>
    public bool Equals(TokenData? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && ResourceServer == other.ResourceServer
            && IdentityId == other.IdentityId
            && Scope == other.Scope
            && AccessToken == other.AccessToken
            && RefreshToken == other.RefreshToken
            && ExpiresAt == other.ExpiresAt
            && TokenType == other.TokenType
            && HasSameExtensionData(other));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ResourceServer, IdentityId, Scope, AccessToken, ExpiresAt);

    /// <summary>The single scopes of <see cref="Scope"/>, without an allocation.</summary>
    internal ScopeEnumerator EnumerateScopes() => new(Scope);

    private bool HasSameExtensionData(TokenData other)
    {
        if (ExtensionData.Count != other.ExtensionData.Count)
        {
            return false;
        }

        foreach (var (name, value) in ExtensionData)
        {
            if (!other.ExtensionData.TryGetValue(name, out var otherValue) || !JsonElement.DeepEquals(value, otherValue))
            {
                return false;
            }
        }

        return true;
    }

    private bool PrintMembers(StringBuilder builder)
    {
        // Neither the tokens nor unknown members, which may hold the next kind of token.
        builder.Append("ResourceServer = ").Append(ResourceServer)
            .Append(", IdentityId = ").Append(IdentityId)
            .Append(", Scope = ").Append(Scope)
            .Append(", HasRefreshToken = ").Append(RefreshToken is not null)
            .Append(", ExpiresAt = ").AppendFormat(System.Globalization.CultureInfo.InvariantCulture, "{0:O}", ExpiresAt)
            .Append(", TokenType = ").Append(TokenType);
        return true;
    }
}
