using System.Net;
using System.Text;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>Stands in for the network: gives the answers in their order, and fails a request for which there is none.</summary>
internal sealed class ScriptedHandler(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>Answers each request by its number and what it asks, instead.</summary>
    public Func<int, HttpRequestMessage, HttpResponseMessage>? Script { get; init; }

    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static Func<HttpResponseMessage> Json(string json, HttpStatusCode status = HttpStatusCode.OK) => Text(json, "application/json", status);

    public static Func<HttpResponseMessage> Text(string text, string mediaType, HttpStatusCode status = HttpStatusCode.OK) =>
        () => new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, mediaType) };

    public static Func<HttpResponseMessage> Status(HttpStatusCode status) => Text("", "text/plain", status);

    public static Func<HttpResponseMessage> Failure(HttpRequestError error) =>
        () => throw new HttpRequestException(error, "scripted failure");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.OfAsync(request, cancellationToken);
        int index;
        lock (_requests)
        {
            index = _requests.Count;
            _requests.Add(recorded);
        }

        Assert.True(Script is not null || index < answers.Length, $"Nothing is scripted for {request.Method} {request.RequestUri}, request {index + 1}.");
        var response = Script is null ? answers[index]() : Script(index, request);
        response.RequestMessage = request;
        return response;
    }
}
