using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>A project to create. The service wants at least one administrator: an identity or a group.</summary>
public sealed record ProjectCreation
{
    /// <summary>The name that is shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The e-mail address for questions about it.</summary>
    public required string ContactEmail { get; init; }

    /// <summary>The identities that administer it.</summary>
    public IReadOnlyList<IdentityId>? AdminIds { get; init; }

    /// <summary>The groups whose members administer it.</summary>
    public IReadOnlyList<GroupId>? AdminGroupIds { get; init; }
}
