using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>The links of a list of JSON:API.</summary>
internal sealed record JsonApiLinks
{
    /// <summary>Where the next page is: a text or, by JSON:API, an object with an <c>href</c>.</summary>
    public JsonElement? Next { get; init; }

    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
