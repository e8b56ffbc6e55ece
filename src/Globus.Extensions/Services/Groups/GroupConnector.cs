using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>A connector of a subscription.</summary>
public sealed record GroupConnector : IKeepsNulls
{
    /// <summary>Whether it may be used with high assurance.</summary>
    public bool? IsHa { get; init; }

    /// <summary>Whether the business associate agreement covers it.</summary>
    public bool? IsBaa { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
