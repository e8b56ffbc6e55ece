using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>A request as it reached the end of the pipeline.</summary>
internal sealed record RecordedRequest(HttpMethod Method, Uri Uri, HttpRequestHeaders Headers, string Body)
{
    public IReadOnlyDictionary<string, string> Query => ToMap(Uri.Query);

    public IReadOnlyDictionary<string, string> Form => ToMap(Body);

    public static async Task<RecordedRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(request.Method, request.RequestUri!, request.Headers, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));

    private static Dictionary<string, string> ToMap(string text) =>
        QueryHelpers.ParseQuery(text).ToDictionary(static entry => entry.Key, static entry => entry.Value.Single()!);
}
