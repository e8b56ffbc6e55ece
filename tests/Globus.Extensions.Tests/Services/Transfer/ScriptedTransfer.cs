using System.Net;
using System.Text.Json.Nodes;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using ScriptedHandler = Globus.Extensions.Tests.Support.ScriptedHandler;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>A Transfer client at its production URL, with the pipeline's handlers and a script in place of the network.</summary>
internal sealed class ScriptedTransfer : IDisposable
{
    private static readonly Uri BaseUrl = new("https://transfer.api.globus.org/");

    private readonly HttpClient _http;
    private readonly ScriptedHandler _handler;
    private readonly List<(HttpMethod Method, string Target)> _requests = [];

    /// <summary>Answers each request by a function of its number and what it asks.</summary>
    public ScriptedTransfer(
        Func<int, HttpRequestMessage, HttpResponseMessage> script, TimeProvider? timeProvider = null, TimeProvider? pipelineClock = null, TimeSpan? attemptTimeout = null)
    {
        _handler = new ScriptedHandler((index, request) =>
        {
            _requests.Add((request.Method, request.RequestUri!.PathAndQuery));
            return script(index, request);
        });
        var settings = new ResilienceSettings(attemptTimeout ?? TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
        var resilience = new ResilienceHandler(GlobusService.Transfer, settings, PipelineLog, pipelineClock ?? new ImpatientClock(ScriptedAuth.Now))
        {
            InnerHandler = _handler,
        };
        _http = new HttpClient(new AuthorizationHandler(NullLogger.Instance, TimeProvider.System) { InnerHandler = resilience });
        var connection = new ServiceConnection(_http, new RequestAuthorization(new FakeAuthorization(), "transfer.api.globus.org", BaseUrl), GlobusService.Transfer);
        Connection = connection with { TimeProvider = timeProvider ?? TimeProvider.System, Logger = Log };
        Client = new TransferClient(Connection);
    }

    /// <summary>Gives these documents, one after the other.</summary>
    public ScriptedTransfer(params string[] answers)
        : this((index, request) => index < answers.Length
            ? Json(answers[index])
            : throw new InvalidOperationException($"Nothing is scripted for {request.Method} {request.RequestUri}, request {index + 1}."))
    {
    }

    public TransferClient Client { get; }

    public ServiceConnection Connection { get; }

    /// <summary>What the operations logged.</summary>
    public EventRecorder Log { get; } = new();

    /// <summary>What the retries logged.</summary>
    public EventRecorder PipelineLog { get; } = new();

    /// <summary>What was asked, in its order: <c>GET /v0.10/task_list?limit=1000</c>.</summary>
    public IReadOnlyList<string> Requests => [.. _requests.Select(static request => $"{request.Method} {Uri.UnescapeDataString(request.Target.Replace('+', ' '))}")];

    public IReadOnlyList<string?> Bodies => [.. _handler.Sent.Select(static sent => sent.Body)];

    /// <summary>Gives these documents, one after the other.</summary>
    public static ScriptedTransfer Answering(IEnumerable<JsonNode> answers)
    {
        string[] texts = [.. answers.Select(static answer => answer.ToJsonString())];
        return new ScriptedTransfer((index, _) => Json(texts[index]));
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) => ScriptedHandler.Json(status, json);

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }
}
