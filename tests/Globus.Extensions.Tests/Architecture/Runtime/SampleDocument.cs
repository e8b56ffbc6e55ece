using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Tests.Architecture.Runtime;

/// <summary>The smallest JSON that a model accepts: its required members, each with the first value that it takes.</summary>
internal static class SampleDocument
{
    private static readonly string[] Scalars = ["\"x\"", "\"00000000-0000-0000-0000-000000000001\"", "\"2026-01-02T03:04:05Z\"", "\"https://example.org/\"", "0", "true"];

    private static readonly char[] PathMarks = ['.', '['];

    /// <summary>Makes it, or nothing when no value fits.</summary>
    public static JsonObject? TryMake(JsonTypeInfo type)
    {
        var required = type.Properties.Where(static property => property.IsRequired).ToDictionary(
            static property => property.Name,
            property => new Queue<string>(Candidates(property, type.Options)),
            StringComparer.Ordinal);
        while (required.Values.All(static candidates => candidates.Count > 0))
        {
            var document = new JsonObject(required.Select(static member => KeyValuePair.Create(member.Key, JsonNode.Parse(member.Value.Peek()))));
            if (RejectedMember(document, type) is not { } rejected)
            {
                return document;
            }

            if (!required.TryGetValue(rejected, out var next))
            {
                return null;
            }

            next.Dequeue();
        }

        return null;
    }

    private static IEnumerable<string> Candidates(JsonPropertyInfo property, JsonSerializerOptions options)
    {
        var shape = property.CustomConverter is null && options.TryGetTypeInfo(property.PropertyType, out var type)
            ? type.Kind switch
            {
                JsonTypeInfoKind.Object => TryMake(type)?.ToJsonString(),
                JsonTypeInfoKind.Enumerable => "[]",
                JsonTypeInfoKind.Dictionary => "{}",
                _ => null,
            }
            : null;
        return shape is null ? [.. Scalars, "[]", "{}"] : [shape];
    }

    // A JsonException tells where: "$.id" or "$.owner.id".
    private static string? RejectedMember(JsonObject document, JsonTypeInfo type)
    {
        try
        {
            document.Deserialize(type);
            return null;
        }
        catch (JsonException error)
        {
            return error.Path?.Split(PathMarks, StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1) ?? "";
        }
    }
}
