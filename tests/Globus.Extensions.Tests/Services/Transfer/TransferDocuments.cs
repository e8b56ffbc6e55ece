using System.Globalization;
using System.Text.Json.Nodes;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>Compares documents by value: whether one has every member of another, those that are null as well.</summary>
internal static class TransferDocuments
{
    /// <summary>The first member that is lost or changed, or that is there without having been before.</summary>
    public static string? Difference(JsonNode? expected, JsonNode? actual, string at = "$")
    {
        switch (expected, actual)
        {
            case (JsonObject members, JsonObject others):
                return members
                        .Select(member => others.TryGetPropertyValue(member.Key, out var value) ? Difference(member.Value, value, $"{at}.{member.Key}") : $"{at}.{member.Key} is lost")
                        .FirstOrDefault(static difference => difference is not null)
                    // An answer that is written again has every member that it could have had.
                    ?? others.Where(member => member.Value is not null && !members.ContainsKey(member.Key)).Select(member => $"{at}.{member.Key} is new").FirstOrDefault();
            case (JsonArray items, JsonArray others) when items.Count == others.Count:
                return items.Select((item, index) => Difference(item, others[index], $"{at}[{index}]")).FirstOrDefault(static difference => difference is not null);
            default:
                return JsonNode.DeepEquals(expected, actual) || AreSameTime(expected, actual) ? null : $"{at} is {actual?.ToJsonString() ?? "null"} instead of {expected?.ToJsonString() ?? "null"}";
        }
    }

    /// <summary>A resource of JSON:API as it is written in one plane: attributes beside the id, and of each relationship the id.</summary>
    public static JsonObject Flatten(JsonNode resource, JsonArray? included = null)
    {
        var flat = new JsonObject { ["id"] = resource["id"]!.DeepClone() };
        foreach (var (name, value) in resource["attributes"]?.AsObject() ?? [])
        {
            flat[name] = value?.DeepClone();
        }

        foreach (var (name, value) in resource["relationships"]?.AsObject() ?? [])
        {
            if (value!["data"] is not { } data)
            {
                // What leads nowhere stays a relationship.
                flat["relationships"] ??= new JsonObject();
                flat["relationships"]![name] = value.DeepClone();
                continue;
            }

            var id = data["id"]!.DeepClone();
            flat[name + "_id"] = id;
            if (included?.FirstOrDefault(one => JsonNode.DeepEquals(one!["id"], id)) is { } other)
            {
                flat[name] = Flatten(other);
            }
        }

        return flat;
    }

    private static bool AreSameTime(JsonNode? one, JsonNode? other) => TimeOf(one) is { } time && time == TimeOf(other);

    private static DateTimeOffset? TimeOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
