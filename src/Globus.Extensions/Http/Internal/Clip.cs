namespace Globus.Extensions.Http.Internal;

/// <summary>Cuts text without leaving half of a character.</summary>
internal static class Clip
{
    public static string At(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
