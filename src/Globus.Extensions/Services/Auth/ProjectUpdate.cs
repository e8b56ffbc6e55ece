using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>What to change of a project. What is left out stays as it is.</summary>
public sealed record ProjectUpdate
{
    /// <summary>The name that is shown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The e-mail address for questions about it.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>The identities that administer it.</summary>
    public IReadOnlyList<IdentityId>? AdminIds { get; init; }

    /// <summary>The groups whose members administer it.</summary>
    public IReadOnlyList<GroupId>? AdminGroupIds { get; init; }
}
