using System.Net;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using ScriptedHandler = Globus.Extensions.Tests.OAuth.ScriptedHandler;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>A Transfer client at its production URL, with the pipeline's handlers and a script in place of the network.</summary>
internal sealed class ScriptedTransfer : IDisposable
{
    private static readonly Uri BaseUrl = new("https://transfer.api.globus.org/");

    private readonly HttpClient _http;
    private readonly ScriptedHandler _handler;

    /// <summary>Answers each request by a function of its number and what it asks.</summary>
    public ScriptedTransfer(
        Func<int, HttpRequestMessage, HttpResponseMessage> script, TimeProvider? timeProvider = null, TimeProvider? pipelineClock = null, TimeSpan? attemptTimeout = null)
        : this(new ScriptedHandler { Script = script }, timeProvider, pipelineClock, attemptTimeout)
    {
    }

    /// <summary>Gives these answers, one after the other.</summary>
    public ScriptedTransfer(params Func<HttpResponseMessage>[] answers)
        : this(new ScriptedHandler(answers))
    {
    }

    /// <summary>Gives these documents, one after the other.</summary>
    public ScriptedTransfer(params string[] answers)
        : this([.. answers.Select(static answer => ScriptedHandler.Json(answer))])
    {
    }

    /// <summary>Gives no answer.</summary>
    public ScriptedTransfer()
        : this(new ScriptedHandler())
    {
    }

    private ScriptedTransfer(ScriptedHandler handler, TimeProvider? timeProvider = null, TimeProvider? pipelineClock = null, TimeSpan? attemptTimeout = null)
    {
        var clock = new ImpatientClock(ScriptedAuth.Now);
        var settings = new ResilienceSettings(attemptTimeout ?? TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
        var resilience = new ResilienceHandler(GlobusService.Transfer, settings, PipelineLog, pipelineClock ?? clock)
        {
            InnerHandler = handler,
        };
        _handler = handler;
        _http = new HttpClient(new AuthorizationHandler(NullLogger.Instance, TimeProvider.System) { InnerHandler = resilience });
        Connection = new ServiceConnection(_http, new RequestAuthorization(new FakeAuthorization(), "transfer.api.globus.org", BaseUrl), GlobusService.Transfer)
        {
            TimeProvider = timeProvider ?? clock,
            Logger = Log,
        };
        Client = new TransferClient(Connection);
    }

    public TransferClient Client { get; }

    public ServiceConnection Connection { get; }

    /// <summary>What the operations logged.</summary>
    public EventRecorder Log { get; } = new();

    /// <summary>What the retries logged.</summary>
    public EventRecorder PipelineLog { get; } = new();

    /// <summary>What was sent, in its order.</summary>
    public IReadOnlyList<RecordedRequest> Sent => _handler.Requests;

    public RecordedRequest OnlySent => Sent.ShouldHaveSingleItem();

    /// <summary>What was asked, in its order: <c>GET /v0.10/task_list?limit=1000</c>.</summary>
    public IReadOnlyList<string> Requests => [.. Sent.Select(static request => $"{request.Method} {Uri.UnescapeDataString(request.Uri.PathAndQuery.Replace('+', ' '))}")];

    public IReadOnlyList<string> Bodies => [.. Sent.Select(static request => request.Body)];

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) => ScriptedHandler.Json(json, status)();

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }
}
