namespace Globus.Extensions.Testing.Internal;

/// <summary>Reads and writes queries and forms.</summary>
internal static class Queries
{
    public static Dictionary<string, string> Read(string query) => query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static pair => pair.Split('=', 2))
        .ToDictionary(static pair => Decode(pair[0]), static pair => pair.Length > 1 ? Decode(pair[1]) : string.Empty, StringComparer.Ordinal);

    public static Uri Append(string address, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var text = address;
        foreach (var (name, value) in parameters)
        {
            text += $"{(text.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
        }

        return new Uri(text, UriKind.Absolute);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
