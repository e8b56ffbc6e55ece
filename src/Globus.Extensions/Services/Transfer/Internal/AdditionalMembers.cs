using System.Text.Json;
using System.Text.Json.Nodes;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>Additional members of a request: nodes for the caller, elements for the serializer, which writes a <see cref="JsonObject"/> of them wrongly.</summary>
internal static class AdditionalMembers
{
    public static IDictionary<string, JsonElement>? ToElements(JsonObject? members) => members?.ToDictionary(
        static member => member.Key, static member => JsonElement.Parse(member.Value?.ToJsonString() ?? "null"), StringComparer.Ordinal);

    public static JsonObject? ToObject(IDictionary<string, JsonElement>? members) => members is null
        ? null
        : new JsonObject(members.Select(static member => KeyValuePair.Create(member.Key, JsonNode.Parse(member.Value.GetRawText()))));
}
