namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>What a grant comes to: tokens or an error.</summary>
internal sealed class TokenResult
{
    private TokenResult(OAuthError? error, IReadOnlyList<TokenResponse> tokens, bool isArray)
    {
        Error = error;
        Tokens = tokens;
        IsArray = isArray;
    }

    public OAuthError? Error { get; }

    public IReadOnlyList<TokenResponse> Tokens { get; }

    /// <summary>Whether the answer is a bare array, as for dependent tokens.</summary>
    public bool IsArray { get; }

    public static implicit operator TokenResult(OAuthError error) => new(error, [], isArray: false);

    /// <summary>An answer with the first token at the top level and the rest in <c>other_tokens</c>.</summary>
    public static TokenResult Nested(IReadOnlyList<TokenResponse> tokens) => tokens.Count == 0
        ? OAuthError.InvalidGrant("None of the scopes granted exists any more.")
        : new TokenResult(null, [tokens[0] with { OtherTokens = [.. tokens.Skip(1)] }], isArray: false);

    public static TokenResult Array(IReadOnlyList<TokenResponse> tokens) => new(null, tokens, isArray: true);
}
