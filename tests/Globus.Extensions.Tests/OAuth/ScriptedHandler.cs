using System.Net;
using System.Text;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>Stands in for the network: answers each request by a function of its number and what it asks.</summary>
internal sealed class ScriptedHandler(Func<int, HttpRequestMessage, HttpResponseMessage> script) : HttpMessageHandler
{
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>Gives the answers in their order, and fails a request for which there is none.</summary>
    public ScriptedHandler(params Func<HttpResponseMessage>[] answers)
        : this((index, request) =>
        {
            Assert.True(index < answers.Length, $"Nothing is scripted for {request.Method} {request.RequestUri}, request {index + 1}.");
            return answers[index]();
        })
    {
    }

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

        var response = script(index, request);
        response.RequestMessage = request;
        return response;
    }
}
