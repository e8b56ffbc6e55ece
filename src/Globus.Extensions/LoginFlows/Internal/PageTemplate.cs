using System.Net;
using System.Text;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>HTML with places for values, which are escaped: <c>$name</c> or <c>${name}</c>, and <c>$$</c> for the sign itself.</summary>
internal static class PageTemplate
{
    public const string LoginResult = "login_result";
    public const string PostLoginMessage = "post_login_message";
    public const string AppName = "app_name";

    private static readonly string[] Known = [LoginResult, PostLoginMessage, AppName];

    /// <summary>Says what is wrong with a template, or <see langword="null"/> if it will do.</summary>
    public static string? Describe(string template)
    {
        string? unknown = null;
        Read(template, static _ => { }, name => unknown = Known.Contains(name) ? unknown : unknown ?? name);
        return unknown is null ? null : $"'${unknown}' is no value of the page. Known are: {string.Join(", ", Known.Select(static name => "$" + name))}; a dollar sign is $$.";
    }

    public static string Fill(string template, Func<string, string> valueOf)
    {
        var page = new StringBuilder(template.Length + 256);
        Read(template, text => page.Append(text), name => page.Append(WebUtility.HtmlEncode(valueOf(name))));
        return page.ToString();
    }

    private static void Read(string template, Action<string> onText, Action<string> onName)
    {
        var position = 0;
        while (template.IndexOf('$', position) is >= 0 and var sign)
        {
            onText(template[position..sign]);
            position = sign + 1;
            if (position < template.Length && template[position] == '$')
            {
                onText("$");
                position++;
                continue;
            }

            var isBraced = position < template.Length && template[position] == '{';
            var start = isBraced ? position + 1 : position;
            var end = start;
            while (end < template.Length && (char.IsAsciiLetter(template[end]) || template[end] == '_' || (end > start && char.IsAsciiDigit(template[end]))))
            {
                end++;
            }

            if (end == start || (isBraced && (end == template.Length || template[end] != '}')))
            {
                onText("$");
                continue;
            }

            onName(template[start..end]);
            position = isBraced ? end + 1 : end;
        }

        onText(template[position..]);
    }
}
