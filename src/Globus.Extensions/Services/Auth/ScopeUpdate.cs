namespace Globus.Extensions.Services.Auth;

/// <summary>What to change of a scope. What is left out stays as it is.</summary>
public sealed record ScopeUpdate
{
    /// <summary>The name that the consent page shows.</summary>
    public string? Name { get; init; }

    /// <summary>The description that the consent page shows.</summary>
    public string? Description { get; init; }

    /// <summary>The end of the scope string: lower-case letters, digits and underscores.</summary>
    public string? ScopeSuffix { get; init; }

    /// <summary>Whether others find it.</summary>
    public bool? Advertised { get; init; }

    /// <summary>Whether refresh tokens are given for it.</summary>
    public bool? AllowsRefreshToken { get; init; }

    /// <summary>The domains of which people have to have an identity to consent.</summary>
    public IReadOnlyList<string>? RequiredDomains { get; init; }

    /// <summary>The scopes of other services that consent to this one includes.</summary>
    public IReadOnlyList<DependentScope>? DependentScopes { get; init; }
}
