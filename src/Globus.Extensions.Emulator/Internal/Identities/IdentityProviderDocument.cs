namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>An identity provider as the API shows it.</summary>
internal sealed record IdentityProviderDocument
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public IReadOnlyList<string> AlternativeNames { get; init; } = [];

    /// <summary>The domains of the user names that come from it.</summary>
    public required IReadOnlyList<string> Domains { get; init; }
}
