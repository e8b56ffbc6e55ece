namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>A scope as the API shows it.</summary>
internal sealed record ScopeDocument
{
    public required Guid Id { get; init; }

    public required string ScopeString { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required Guid Client { get; init; }

    public required bool Advertised { get; init; }

    public required bool AllowsRefreshToken { get; init; }

    public required IReadOnlyList<string> RequiredDomains { get; init; }

    public required IReadOnlyList<ScopeDependency> DependentScopes { get; init; }

    public static ScopeDocument From(KnownScope scope) => new()
    {
        Id = scope.Id,
        ScopeString = scope.Name,
        Name = scope.Title,
        Description = scope.Description,
        Client = scope.Owner,
        Advertised = scope.IsAdvertised,
        AllowsRefreshToken = scope.AllowsRefreshToken,
        RequiredDomains = scope.RequiredDomains,
        DependentScopes = scope.Dependencies,
    };
}
