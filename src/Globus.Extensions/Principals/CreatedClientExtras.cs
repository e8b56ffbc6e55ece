using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Principals;

/// <summary>What the service sends along with a client that was just registered.</summary>
public sealed record CreatedClientExtras
{
    /// <summary>The first secret of the client.</summary>
    public ClientCredential? ClientCredential { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
