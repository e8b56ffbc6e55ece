using System.Text;

namespace Globus.Extensions.Http.Internal;

/// <summary>Writes and reads queries in the form encoding of the web: a blank is a plus sign.</summary>
internal static class QueryText
{
    /// <summary>Appends one parameter, with the sign that has to stand before it.</summary>
    public static StringBuilder Append(StringBuilder query, string name, string value) =>
        query.Append(query.Length == 0 ? '?' : '&').Append(Escape(name)).Append('=').Append(Escape(value));

    /// <summary>The parameters of a query; of a repeated one, the first.</summary>
    public static Dictionary<string, string> Parse(string query)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            result.TryAdd(Unescape(equals < 0 ? pair : pair[..equals]), equals < 0 ? string.Empty : Unescape(pair[(equals + 1)..]));
        }

        return result;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
