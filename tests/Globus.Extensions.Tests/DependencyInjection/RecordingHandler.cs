using System.Collections.Concurrent;
using System.Net;

namespace Globus.Extensions.Tests.DependencyInjection;

/// <summary>Writes down what passes: its own name, the path, and whether there is a token. May answer the first request itself.</summary>
internal sealed class RecordingHandler(string name, ConcurrentQueue<string> seen, HttpStatusCode? firstAnswer = null) : DelegatingHandler
{
    private int _count;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        seen.Enqueue($"{name} {request.RequestUri!.AbsolutePath}{(request.Headers.Authorization is null ? "" : " with " + request.Headers.Authorization.Scheme)}");
        if (Interlocked.Increment(ref _count) == 1 && firstAnswer is { } status)
        {
            var answer = new HttpResponseMessage(status) { RequestMessage = request };
            answer.Headers.RetryAfter = new(TimeSpan.Zero);
            return Task.FromResult(answer);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
