using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using ScriptedHandler = Globus.Extensions.Tests.OAuth.ScriptedHandler;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>An Auth client at its production URL, with the pipeline's handlers and a script in place of the network.</summary>
internal sealed class ScriptedAuthService : IDisposable
{
    private static readonly Uri BaseUrl = new("https://auth.globus.org/");

    private readonly HttpClient _http;

    public ScriptedAuthService(params Func<HttpResponseMessage>[] answers)
    {
        Handler = new ScriptedHandler(answers);
        var resilience = new ResilienceHandler(GlobusService.Auth, new ResilienceSettings(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)), NullLogger.Instance, new ImpatientClock(ScriptedAuth.Now))
        {
            InnerHandler = Handler,
        };
        _http = new HttpClient(new AuthorizationHandler(NullLogger.Instance, TimeProvider.System) { InnerHandler = resilience });
        Client = new AuthClient(new ServiceConnection(_http, new RequestAuthorization(new FakeAuthorization(), "auth.globus.org", BaseUrl), GlobusService.Auth));
    }

    public AuthClient Client { get; }

    public ScriptedHandler Handler { get; }

    public RecordedRequest Sent => Handler.Requests.ShouldHaveSingleItem();

    public void Dispose()
    {
        _http.Dispose();
        Handler.Dispose();
    }
}
