using System.Buffers;
using System.Text;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// Masks credentials in text of any kind: forms and URLs (<c>client_secret=…</c>), JSON that breaks off or stands quoted inside
/// other text (<c>\"access_token\": \"…\"</c>), headers (<c>Bearer …</c>), and the credential that was sent with the request.
/// </summary>
/// <param name="sentCredential">The credential of the request, if any.</param>
internal sealed class CredentialRedactor(string? sentCredential)
{
    public const string Mask = "[redacted]";

    // Shorter ones would be found in ordinary words. Real ones have 40 characters and more.
    private const int ShortestSent = 8;

    private static readonly SearchValues<char> EndOfBareValue = SearchValues.Create(" \t\r\n&,;\"'<>{}[]()\\");

    private readonly string? _sent = sentCredential?.Length >= ShortestSent ? sentCredential : null;

    /// <summary>Masks the credential that was sent, and nothing else.</summary>
    public string RedactSent(string text) => _sent is null ? text : text.Replace(_sent, Mask, StringComparison.Ordinal);

    /// <summary>Masks everything that looks like a credential. Gives the same object if there is nothing to mask.</summary>
    public string Redact(string text)
    {
        text = RedactSent(text);
        StringBuilder? result = null;
        var (position, copied) = (0, 0);
        while (position < text.Length)
        {
            var nameStart = position;
            while (position < text.Length && IsNameCharacter(text[position]))
            {
                position++;
            }

            if (position == nameStart)
            {
                position++;
                continue;
            }

            var (start, end) = FindCredential(text, nameStart, position);
            if (end > start)
            {
                result ??= new StringBuilder(text.Length);
                result.Append(text, copied, start - copied).Append(Mask);
                position = copied = end;
            }
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    // Where the credential lies that the word from nameStart to nameEnd announces; nowhere, if it announces none.
    private static (int Start, int End) FindCredential(string text, int nameStart, int nameEnd)
    {
        var name = text.AsSpan(nameStart, nameEnd - nameStart);
        if (IsScheme(name))
        {
            return FindAfterScheme(text, nameEnd);
        }

        var isCode = name.Equals("code", StringComparison.OrdinalIgnoreCase);
        if (!isCode && !CredentialNames.Contains(name))
        {
            return default;
        }

        // The name's closing quote, the separator, blanks; a quote inside of other text comes with backslashes.
        var position = SkipWhile(text, nameEnd, static c => c is '\\' or '"' or '\'');
        position = SkipWhile(text, position, char.IsWhiteSpace);
        if (position == text.Length || text[position] is not (':' or '='))
        {
            return default;
        }

        var isForm = text[position] == '=';
        position = SkipWhile(text, position + 1, char.IsWhiteSpace);
        var quote = SkipWhile(text, position, static c => c == '\\');
        if (quote < text.Length && text[quote] is '"' or '\'')
        {
            var end = EndOfQuoted(text, quote, isEscaped: quote > position);
            return !isCode || CredentialNames.LooksLikeAuthorizationCode(text.AsSpan(quote + 1, end - quote - 1)) ? (quote + 1, end) : default;
        }

        return FindBare(text, nameStart, position, isCode, isForm);
    }

    private static (int Start, int End) FindBare(string text, int nameStart, int start, bool isCode, bool isForm)
    {
        // A list or an object under such a name, in JSON that does not parse: where it ends is not to be known.
        if (!isCode && start < text.Length && text[start] is '[' or '{' && !text.AsSpan(start).StartsWith(Mask, StringComparison.Ordinal))
        {
            return (start, text.Length);
        }

        var length = text.AsSpan(start).IndexOfAny(EndOfBareValue);
        var end = length < 0 ? text.Length : start + length;
        var value = text.AsSpan(start, end - start);
        var isFormField = isForm && (nameStart == 0 || text[nameStart - 1] is '&' or '?');

        // "Invalid token: expired" and "error code=404" are prose, and worth reading.
        var isCredential = isCode
            ? isFormField || CredentialNames.LooksLikeAuthorizationCode(value)
            : isForm || CredentialNames.LooksRandom(value);
        return isCredential ? (start, end) : default;
    }

    private static bool IsScheme(ReadOnlySpan<char> name) =>
        name.Equals("bearer", StringComparison.OrdinalIgnoreCase)
        || name.Equals("basic", StringComparison.OrdinalIgnoreCase)
        || name.Equals("globus-goauthtoken", StringComparison.OrdinalIgnoreCase);

    private static (int Start, int End) FindAfterScheme(string text, int position)
    {
        var start = SkipWhile(text, position, static c => c == ' ');
        var length = text.AsSpan(start).IndexOfAny(EndOfBareValue);
        var end = length < 0 ? text.Length : start + length;
        return start > position && CredentialNames.LooksRandom(text.AsSpan(start, end - start)) ? (start, end) : default;
    }

    private static int EndOfQuoted(string text, int quote, bool isEscaped)
    {
        var position = quote + 1;
        while (position < text.Length)
        {
            if (text[position] == text[quote])
            {
                // The backslashes before it belong to the quote.
                return isEscaped ? BackOver(text, position, '\\') : position;
            }

            position += text[position] == '\\' && !isEscaped ? 2 : 1;
        }

        return text.Length;
    }

    private static int BackOver(string text, int position, char character)
    {
        while (text[position - 1] == character)
        {
            position--;
        }

        return position;
    }

    private static int SkipWhile(string text, int position, Func<char, bool> condition)
    {
        while (position < text.Length && condition(text[position]))
        {
            position++;
        }

        return position;
    }
}
