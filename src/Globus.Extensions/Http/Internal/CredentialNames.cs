namespace Globus.Extensions.Http.Internal;

/// <summary>Tells by its name or its look whether a value may be a credential. In doubt it is: a masked text does no harm.</summary>
internal static class CredentialNames
{
    private static readonly string[] Endings =
        ["token", "tokens", "secret", "secrets", "password", "passphrase", "assertion", "apikey", "privatekey", "codeverifier"];

    private static readonly string[] Whole =
        ["authorization", "proxyauthorization", "cookie", "setcookie", "passwd", "devicecode", "authcode", "authorizationcode"];

    /// <summary>Whether a member of this name holds a credential, spelled in whatever case and with whatever dashes.</summary>
    public static bool Contains(ReadOnlySpan<char> name)
    {
        // Endings decide, so that of a very long name the end is enough.
        Span<char> letters = stackalloc char[64];
        var first = letters.Length;
        for (var i = name.Length - 1; i >= 0 && first > 0; i--)
        {
            if (name[i] is not ('_' or '-' or '.'))
            {
                letters[--first] = char.ToLowerInvariant(name[i]);
            }
        }

        ReadOnlySpan<char> normalized = letters[first..];
        foreach (var ending in Endings)
        {
            if (normalized.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var whole in Whole)
        {
            if (normalized.SequenceEqual(whole))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Long, of letters and digits only and with a digit: error codes are words with dots or underscores.</summary>
    public static bool LooksLikeAuthorizationCode(ReadOnlySpan<char> value) =>
        value.Length >= 16 && value.ContainsAnyInRange('0', '9') && IsLettersAndDigits(value);

    /// <summary>Too long for a word, or with a digit.</summary>
    public static bool LooksRandom(ReadOnlySpan<char> value) =>
        value.Length >= 16 || (value.Length >= 8 && value.ContainsAnyInRange('0', '9'));

    private static bool IsLettersAndDigits(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
