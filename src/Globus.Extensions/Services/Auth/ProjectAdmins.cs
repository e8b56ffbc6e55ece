using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Auth;

/// <summary>Who administers a project.</summary>
public sealed record ProjectAdmins
{
    /// <summary>The identities.</summary>
    public IReadOnlyList<Identity>? Identities { get; init; }

    /// <summary>The groups.</summary>
    public IReadOnlyList<ProjectAdminGroup>? Groups { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
