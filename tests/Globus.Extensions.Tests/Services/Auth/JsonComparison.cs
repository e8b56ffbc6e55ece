using System.Text.Json.Nodes;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>Compares documents by value. A member that is null and one that is absent are the same to a nullable property.</summary>
internal static class JsonComparison
{
    public static bool AreSame(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(WithoutNulls(one), WithoutNulls(other));

    private static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .Where(static member => member.Value is not null)
            .Select(static member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };
}
