using System.Text.Json;

namespace Globus.Extensions.AuthorizationRequirements.Internal;

/// <summary>Equality of the contents of lists and of JSON members, for records that hold them.</summary>
internal static class ValueComparison
{
    public static bool SameItems(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        left is null || right is null ? left is null && right is null : left.SequenceEqual(right, StringComparer.Ordinal);

    public static bool SameMembers(IReadOnlyDictionary<string, JsonElement> left, IReadOnlyDictionary<string, JsonElement> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (var (name, value) in left)
        {
            if (!right.TryGetValue(name, out var other) || !JsonElement.DeepEquals(value, other))
            {
                return false;
            }
        }

        return true;
    }

    public static void AddItems(ref HashCode hash, IReadOnlyList<string>? items)
    {
        // Null and empty differ: "nothing asked for" is not "an empty list asked for".
        hash.Add(items?.Count ?? -1);
        foreach (var item in items ?? [])
        {
            hash.Add(item, StringComparer.Ordinal);
        }
    }
}
