namespace Globus.Extensions.Emulator;

/// <summary>A request that the emulator has answered, without anything secret in it.</summary>
public sealed record EmulatorRequest
{
    /// <summary>The HTTP method, for example <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the root, for example <c>/auth/v2/oauth2/token</c>; never the query.</summary>
    public required string Path { get; init; }

    /// <summary>The status code of the answer.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The form's <c>grant_type</c> at the token endpoint, else <see langword="null"/>.</summary>
    public string? GrantType { get; init; }

    /// <summary>The scheme of the Authorization header, for example <c>Bearer</c>, or <see langword="null"/> without one.</summary>
    public string? AuthorizationScheme { get; init; }

    /// <summary>
    /// The first 16 hexadecimal digits of the SHA-256 of the bearer token, to tell tokens apart; <see langword="null"/> without one.
    /// </summary>
    public string? TokenHash { get; init; }
}
