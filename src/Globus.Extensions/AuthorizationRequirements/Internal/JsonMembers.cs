using System.Collections.ObjectModel;
using System.Text.Json;

namespace Globus.Extensions.AuthorizationRequirements.Internal;

/// <summary>
/// Reads members of a JSON object. A method answers <see langword="false"/> only for a member of a wrong type; absent and null
/// are right, and give null.
/// </summary>
internal static class JsonMembers
{
    public static bool TryGetText(this JsonElement value, string name, out string? text)
    {
        text = null;
        if (!value.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (member.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        text = member.GetString();
        return true;
    }

    public static bool TryGetTexts(this JsonElement value, string name, out IReadOnlyList<string>? texts)
    {
        texts = null;
        if (!value.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (member.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var items = new List<string>(member.GetArrayLength());
        foreach (var item in member.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            items.Add(item.GetString()!);
        }

        texts = items;
        return true;
    }

    /// <summary>Copies of all members except those named, which outlive the document.</summary>
    public static IReadOnlyDictionary<string, JsonElement> OtherMembers(this JsonElement value, params ReadOnlySpan<string> known)
    {
        Dictionary<string, JsonElement>? others = null;
        foreach (var member in value.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                others ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                others[member.Name] = member.Value.Clone();
            }
        }

        return others ?? (IReadOnlyDictionary<string, JsonElement>)ReadOnlyDictionary<string, JsonElement>.Empty;
    }
}
