namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>A scope the emulator can grant; immutable, a change takes its place.</summary>
internal sealed record KnownScope
{
    public required Guid Id { get; init; }

    /// <summary>The scope string.</summary>
    public required string Name { get; init; }

    /// <summary>What the owner calls it.</summary>
    public required string Title { get; init; }

    /// <summary>For the consent page.</summary>
    public required string Description { get; init; }

    /// <summary>The client it belongs to.</summary>
    public required Guid Owner { get; init; }

    /// <summary>Whose tokens carry it.</summary>
    public required string ResourceServer { get; init; }

    /// <summary>Whether everybody may look it up; asking for it is open to everybody anyway.</summary>
    public bool IsAdvertised { get; init; }

    public bool AllowsRefreshToken { get; init; } = true;

    public IReadOnlyList<string> RequiredDomains { get; init; } = [];

    public IReadOnlyList<ScopeDependency> Dependencies { get; init; } = [];
}
