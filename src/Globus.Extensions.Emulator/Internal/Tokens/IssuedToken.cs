using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>What is kept of an access or refresh token; the text itself is not.</summary>
internal sealed class IssuedToken
{
    public required Grant Grant { get; init; }

    public required string ResourceServer { get; init; }

    /// <summary>The scopes with all they depend on; the token itself carries only the outermost names.</summary>
    public required IReadOnlyList<RequestedScope> Scopes { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary><see langword="null"/> for refresh tokens, which do not expire here.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Changed under the store's lock only.</summary>
    public bool IsRevoked { get; set; }

    public bool IsRefreshToken => ExpiresAt is null;

    public string ScopeText => string.Join(' ', Scopes.Select(static scope => scope.Name));

    public bool HasScope(string name) => Scopes.Any(scope => scope.Name == name);

    public bool IsActive(DateTimeOffset now) => !IsRevoked && !Grant.IsRevoked && (ExpiresAt is null || now < ExpiresAt);
}
