using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// Members that are not what they should be: a text where a number is expected, a word where a time is. One of them must not make an answer
/// unreadable, let alone a page of a thousand.
/// </summary>
internal static class OddMembers
{
    /// <summary>
    /// Reads an answer by its contract. A member that cannot be read, and that the answer can do without, has no value then and is kept as it came
    /// among the members without a property.
    /// </summary>
    /// <exception cref="JsonException">It is no such answer, or a member that it needs cannot be read.</exception>
    public static T? Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> contract)
        where T : class
    {
        using var parsed = JsonDocument.ParseValue(ref reader);
        var document = parsed.RootElement;
        try
        {
            return document.Deserialize(contract);
        }
        catch (Exception exception) when (IsUnreadable(exception) && document.ValueKind == JsonValueKind.Object && OthersOf(contract) is not null)
        {
            return ReadWithout(document, contract, Find(document, contract));
        }
    }

    /// <summary>The members without a property in which an answer keeps its odd ones; <see langword="null"/> if the contract has no place for them.</summary>
    public static JsonPropertyInfo? OthersOf(JsonTypeInfo contract) => contract.Properties.FirstOrDefault(static property => property.IsExtensionData);

    /// <summary>Whether a reader failed over what it read. Half of a surrogate pair ("\ud800") is an <see cref="InvalidOperationException"/> within a converter.</summary>
    public static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException;

    private static T? ReadWithout<T>(JsonElement document, JsonTypeInfo<T> contract, List<string> odd)
        where T : class
    {
        var answer = Pick(document, name => !odd.Contains(name)).Deserialize(contract);
        if (answer is not null && OthersOf(contract) is { } others)
        {
            var kept = (IDictionary<string, JsonElement>?)others.Get!(answer) ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var name in odd)
            {
                kept[name] = document.GetProperty(name).Clone();
            }

            others.Set!(answer, kept);
        }

        return answer;
    }

    // A member is tried with nothing but what the answer needs in any case.
    private static List<string> Find<T>(JsonElement document, JsonTypeInfo<T> contract)
    {
        var required = contract.Properties.Where(static property => property.IsRequired).Select(static property => property.Name).ToList();
        return [.. contract.Properties
            .Where(static property => !property.IsRequired && !property.IsExtensionData)
            .Select(static property => property.Name)
            .Where(name => document.TryGetProperty(name, out _) && !CanRead(Pick(document, member => member == name || required.Contains(member)), contract))];
    }

    private static bool CanRead<T>(JsonObject document, JsonTypeInfo<T> contract)
    {
        try
        {
            document.Deserialize(contract);
            return true;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return false;
        }
    }

    private static JsonObject Pick(JsonElement document, Func<string, bool> isWanted)
    {
        var picked = new JsonObject();
        foreach (var member in document.EnumerateObject().Where(member => isWanted(member.Name)))
        {
            picked[member.Name] = NodeOf(member.Value);
        }

        return picked;
    }

    private static JsonNode? NodeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };
}
