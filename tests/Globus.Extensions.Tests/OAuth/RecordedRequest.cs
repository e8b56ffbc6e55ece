using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>A request as it reached the end of the pipeline.</summary>
internal sealed record RecordedRequest(HttpMethod Method, Uri Uri, HttpRequestHeaders Headers, string Body)
{
    public IReadOnlyDictionary<string, string> Query => ToMap(Uri.Query);

    public IReadOnlyDictionary<string, string> Form => ToMap(Body);

    public static async Task<RecordedRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // As the network does it: reading it as a string would buffer it, and make it readable twice.
        using var body = new MemoryStream();
        await (request.Content?.CopyToAsync(body, cancellationToken) ?? Task.CompletedTask);
        return new RecordedRequest(request.Method, request.RequestUri!, request.Headers, Encoding.UTF8.GetString(body.ToArray()));
    }

    private static Dictionary<string, string> ToMap(string text) =>
        QueryHelpers.ParseQuery(text).ToDictionary(static entry => entry.Key, static entry => entry.Value.Single()!);
}
