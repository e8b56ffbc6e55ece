using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>A scope of another service that consent to a scope includes, in answers and in requests.</summary>
public sealed record DependentScope
{
    /// <summary>The other scope.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Whether the person may leave it out. Default: no.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether a refresh token is needed for it. Default: no.</summary>
    public bool RequiresRefreshToken { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
