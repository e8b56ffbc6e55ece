namespace Globus.Extensions.Http.Internal;

/// <summary>Whether a request body can be sent a second time and be the same.</summary>
internal static class ReplayableContent
{
    public static bool CanReplay(HttpContent? content) => content switch
    {
        null or ByteArrayContent or ReadOnlyMemoryContent or PooledContent or System.Net.Http.Json.JsonContent => true,
        MultipartContent parts => parts.All(CanReplay),
        // The wrapper tells whether the caller's stream can go back to where it began.
        StreamContent stream => IsSeekable(stream),
        _ => false,
    };

    private static bool IsSeekable(StreamContent content)
    {
        try
        {
            return content.ReadAsStream().CanSeek;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ObjectDisposedException or NotSupportedException)
        {
            return false;
        }
    }
}
