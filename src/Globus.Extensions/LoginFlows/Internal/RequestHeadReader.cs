using System.Buffers;
using System.Text;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>
/// Reads the head of an HTTP/1.1 request (RFC 9112), strictly and within limits. What follows it is not read: a redirect has no body.
/// </summary>
internal static class RequestHeadReader
{
    /// <summary>The longest request line. A code, a state and an issuer take a tenth of it.</summary>
    public const int LongestLine = 16 * 1024;

    /// <summary>The longest head. Cookies count: those of 127.0.0.1 are shared by all programs on the machine.</summary>
    public const int LongestHead = 64 * 1024;

    private static readonly SearchValues<char> TargetCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%\"<>\\^`{|}");

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    /// <summary>The head, or <see langword="null"/> if the connection ended before it was whole.</summary>
    public static async Task<RequestHead?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestHead);
        try
        {
            var length = 0;
            while (true)
            {
                var count = await stream.ReadAsync(buffer.AsMemory(length, LongestHead - length), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    return null;
                }

                var searchFrom = Math.Max(0, length - 3);
                length += count;
                var end = buffer.AsSpan(searchFrom, length - searchFrom).IndexOf("\r\n\r\n"u8);
                if (end >= 0)
                {
                    return Parse(Encoding.Latin1.GetString(buffer, 0, searchFrom + end));
                }

                if (length > LongestLine && buffer.AsSpan(0, LongestLine).IndexOf("\r\n"u8) < 0)
                {
                    return RequestHead.Refuse(414);
                }

                if (length == LongestHead)
                {
                    return RequestHead.Refuse(431);
                }
            }
        }
        finally
        {
            // It held a code, perhaps.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static RequestHead Parse(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Length > LongestLine)
        {
            return RequestHead.Refuse(414);
        }

        if (lines[0].Split(' ') is not [var method, var target, var version] || !IsToken(method) || !target.StartsWith('/') || target.AsSpan().ContainsAnyExcept(TargetCharacters))
        {
            return RequestHead.Refuse(400);
        }

        if (version is not ("HTTP/1.1" or "HTTP/1.0"))
        {
            return RequestHead.Refuse(505);
        }

        string? host = null;
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !IsToken(line.AsSpan(0, colon)) || line.AsSpan().ContainsAny('\r', '\n', '\0'))
            {
                return RequestHead.Refuse(400);
            }

            if (line.AsSpan(0, colon).Equals("Host", StringComparison.OrdinalIgnoreCase))
            {
                if (host is not null)
                {
                    return RequestHead.Refuse(400);
                }

                host = line[(colon + 1)..].Trim(' ', '\t');
            }
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        return new RequestHead
        {
            Method = method,
            Path = question < 0 ? target : target[..question],
            Query = question < 0 ? "" : target[question..],
            Host = host,
        };
    }

    private static bool IsToken(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(TokenCharacters);
}
