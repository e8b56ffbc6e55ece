using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>Makes the bodies of requests that take further members of the caller's own.</summary>
internal static class TransferBody
{
    /// <summary>A document.</summary>
    /// <param name="value">The document.</param>
    /// <param name="typeInfo">How to write it.</param>
    /// <param name="additional">What to add to its members.</param>
    /// <exception cref="ArgumentException">A member to add has the name of one that has a property.</exception>
    public static HttpContent Of<T>(T value, JsonTypeInfo<T> typeInfo, JsonObject? additional) =>
        additional is null ? JsonBody.Of(value, typeInfo) : JsonBody.Of(MembersOf(value, typeInfo, additional), TransferRequestJsonContext.Default.JsonObject);

    /// <summary>A resource of JSON:API with these attributes.</summary>
    /// <param name="type">The type of the resource.</param>
    /// <param name="attributes">The attributes.</param>
    /// <param name="typeInfo">How to write the attributes.</param>
    /// <param name="additional">Further attributes.</param>
    /// <param name="relationships">The relationships: their names, and the types and ids of what they lead to.</param>
    /// <exception cref="ArgumentException">A further attribute has the name of one that has a property.</exception>
    public static HttpContent OfResource<T>(
        string type, T attributes, JsonTypeInfo<T> typeInfo, JsonObject? additional, params IEnumerable<(string Name, string Type, string Id)> relationships)
    {
        var resource = new JsonObject { ["type"] = type };
        var links = new JsonObject(relationships.Select(static link =>
            KeyValuePair.Create(link.Name, (JsonNode?)new JsonObject { ["data"] = new JsonObject { ["type"] = link.Type, ["id"] = link.Id } })));
        if (links.Count > 0)
        {
            resource["relationships"] = links;
        }

        resource["attributes"] = MembersOf(attributes, typeInfo, additional ?? []);
        return JsonBody.Of(new JsonObject { ["data"] = resource }, TransferRequestJsonContext.Default.JsonObject);
    }

    private static JsonObject MembersOf<T>(T value, JsonTypeInfo<T> typeInfo, JsonObject additional)
    {
        AdditionalFields.Check(additional, typeInfo);
        return JsonBody.Merge(JsonSerializer.SerializeToNode(value, typeInfo)!.AsObject(), additional);
    }
}
