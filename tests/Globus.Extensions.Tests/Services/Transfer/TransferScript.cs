using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using ScriptedHandler = Globus.Extensions.Tests.OAuth.ScriptedHandler;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>A Transfer client at its production URL, with the pipeline's handlers and a script in place of the network.</summary>
internal sealed class TransferScript : IDisposable
{
    private static readonly Uri BaseUrl = new("https://transfer.api.globus.org/");

    private readonly HttpClient _http;

    public TransferScript(params Func<HttpResponseMessage>[] answers)
    {
        Handler = new ScriptedHandler(answers);
        var clock = new ImpatientClock(ScriptedAuth.Now);
        var resilience = new ResilienceHandler(GlobusService.Transfer, new ResilienceSettings(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)), NullLogger.Instance, clock)
        {
            InnerHandler = Handler,
        };
        _http = new HttpClient(new AuthorizationHandler(NullLogger.Instance, TimeProvider.System) { InnerHandler = resilience });
        Client = new TransferClient(new ServiceConnection(_http, new RequestAuthorization(new FakeAuthorization(), "transfer.api.globus.org", BaseUrl), GlobusService.Transfer) { TimeProvider = clock });
    }

    public TransferClient Client { get; }

    public ScriptedHandler Handler { get; }

    public RecordedRequest Sent => Handler.Requests.ShouldHaveSingleItem();

    public void Dispose()
    {
        _http.Dispose();
        Handler.Dispose();
    }
}
