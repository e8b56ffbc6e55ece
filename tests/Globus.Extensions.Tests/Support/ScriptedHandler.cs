using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Globus.Extensions.Tests.Support;

/// <summary>Stands in for the network: answers each request by a script, and remembers what was sent.</summary>
internal sealed class ScriptedHandler(Func<int, HttpRequestMessage, HttpResponseMessage> script) : HttpMessageHandler
{
    private int _count;

    public ScriptedHandler(params HttpStatusCode[] statuses)
        : this((index, _) => new HttpResponseMessage(statuses[Math.Min(index, statuses.Length - 1)]))
    {
    }

    /// <summary>The headers and bodies in the order of arrival.</summary>
    public ConcurrentQueue<(string? Authorization, string? Body)> Sent { get; } = new();

    public int Count => _count;

    public static HttpResponseMessage Json(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string? body = null;
        if (request.Content is not null)
        {
            // As the network does it: reading it as a string would buffer it, and make it readable twice.
            using var copy = new MemoryStream();
            await request.Content.CopyToAsync(copy, cancellationToken);
            body = Encoding.UTF8.GetString(copy.ToArray());
        }

        Sent.Enqueue((request.Headers.Authorization?.ToString(), body));
        var response = script(Interlocked.Increment(ref _count) - 1, request);
        response.RequestMessage = request;
        return response;
    }
}
