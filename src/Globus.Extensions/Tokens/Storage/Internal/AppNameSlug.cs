using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Turns the name of an app into a folder name, by the rules of the Globus SDK for Python.</summary>
internal static class AppNameSlug
{
    private const string Reserved = "<>:\"/\\|?*";

    public static bool TryCreate(
        string appName, [NotNullWhen(true)] out string? slug, [NotNullWhen(false)] out string? error)
    {
        var text = Convert(appName);
        error = text.Length == 0
            ? "The app name has no character that can stand in a folder name. Choose another name."
            : IsReserved(text)
                ? $"The app name gives the folder name '{text}', which Windows reserves. Choose another name."
                : null;
        slug = error is null ? text : null;
        return error is null;
    }

    private static string Convert(string appName)
    {
        var builder = new StringBuilder(appName.Length);
        foreach (var rune in appName.EnumerateRunes())
        {
            if (rune.IsAscii && Reserved.Contains((char)rune.Value))
            {
                builder.Append('+');
            }
            else if (rune.Value is '.' or ' ')
            {
                builder.Append('-');
            }
            else if (IsPrintable(rune))
            {
                builder.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return builder.ToString();
    }

    // What Python's str.isprintable says: neither "other" nor "separator"; the blank is dealt with before.
    private static bool IsPrintable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator);

    private static bool IsReserved(string slug) =>
        slug is "con" or "prn" or "aux" or "nul"
        || (slug.Length == 4
            && char.IsAsciiDigit(slug[3])
            && (slug.StartsWith("com", StringComparison.Ordinal) || slug.StartsWith("lpt", StringComparison.Ordinal)));
}
