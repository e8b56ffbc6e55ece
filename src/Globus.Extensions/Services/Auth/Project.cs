using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>A developer project: it holds registered clients and their policies, and has people or groups who administer it.</summary>
public sealed record Project
{
    /// <summary>The id.</summary>
    public required ProjectId Id { get; init; }

    /// <summary>The name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The name that is shown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The e-mail address for questions about it.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>The identities that administer it.</summary>
    public IReadOnlyList<IdentityId>? AdminIds { get; init; }

    /// <summary>The groups whose members administer it.</summary>
    public IReadOnlyList<GroupId>? AdminGroupIds { get; init; }

    /// <summary>The same identities and groups, described.</summary>
    public ProjectAdmins? Admins { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
