using System.Text;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>One token, and at the top level of an answer the others.</summary>
internal sealed record TokenResponse
{
    public required string AccessToken { get; init; }

    public string? RefreshToken { get; init; }

    public required long ExpiresIn { get; init; }

    public string TokenType { get; } = "Bearer";

    public required string ResourceServer { get; init; }

    public required string Scope { get; init; }

    public string? State { get; init; }

    public string? IdToken { get; init; }

    /// <summary>Present at the top level even when empty; absent inside itself and in dependent tokens.</summary>
    public IReadOnlyList<TokenResponse>? OtherTokens { get; init; }

    /// <summary>Leaves the tokens out of <see cref="object.ToString"/>.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("ResourceServer = ").Append(ResourceServer).Append(", Scope = ").Append(Scope);
        return true;
    }
}
