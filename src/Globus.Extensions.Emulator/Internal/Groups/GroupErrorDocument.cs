namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>An error of the Groups service.</summary>
internal sealed record GroupErrorDocument(string Code, string Detail)
{
    /// <summary>With 401, how to log in.</summary>
    public SessionRequirement? AuthorizationParameters { get; init; }

    /// <summary>With 403, the scopes of the token.</summary>
    public IReadOnlyList<string>? ProvidedScopes { get; init; }

    /// <summary>With 400, the identities that occur more than once.</summary>
    public IReadOnlyList<Guid>? AmbiguousIdentities { get; init; }
}
