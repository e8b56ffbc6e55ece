namespace Globus.Extensions.Tests.OAuth;

internal static class JsonText
{
    /// <summary>Takes line breaks with their indentation, and the blanks after colons, out of JSON whose texts have none of either.</summary>
    public static string Minify(string json) =>
        string.Concat(json.Split('\n').Select(static line => line.TrimStart())).Replace("\": ", "\":", StringComparison.Ordinal).Replace(", \"", ",\"", StringComparison.Ordinal);
}
