using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>What an identity prefers in all groups.</summary>
public sealed record GroupPreferences : IKeepsNulls
{
    /// <summary>
    /// Whether others may add the identity to groups without asking; where not, they can still invite it. <see langword="null"/> is a value
    /// to the service, too, and is sent.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool? AllowAdd { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
