namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>A client as the API shows it and, but for its scopes, as the registry keeps it; immutable, a change takes its place.</summary>
internal sealed record ClientDocument
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public Guid? Project { get; init; }

    public Guid? ParentClient { get; init; }

    public required string ClientType { get; init; }

    public bool PublicClient => ClientTypes.IsPublic(ClientType);

    public IReadOnlyList<string> GrantTypes => ClientTypes.GrantsOf(ClientType);

    public string Visibility { get; init; } = "private";

    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    public IReadOnlyList<string> Fqdns { get; init; } = [];

    /// <summary>The ids of the scopes it owns; filled in when it is shown.</summary>
    public IReadOnlyList<Guid> Scopes { get; init; } = [];

    public ClientLinks Links { get; init; } = new(null, null);

    public Guid? RequiredIdp { get; init; }

    public Guid? PreselectIdp { get; init; }

    public bool PromptForNamedGrant { get; init; } = true;

    public bool UserinfoFromEffectiveIdentity { get; init; } = true;
}
