using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using ScriptedHandler = Globus.Extensions.Tests.OAuth.ScriptedHandler;

namespace Globus.Extensions.Tests.Services.Groups;

/// <summary>A Groups client at its production URL, with the pipeline's handlers and a script in place of the network.</summary>
internal sealed class ScriptedGroups : IDisposable
{
    private readonly HttpClient _http;

    public ScriptedGroups(params Func<HttpResponseMessage>[] answers)
    {
        Handler = new ScriptedHandler(answers);
        var resilience = new ResilienceHandler(GlobusService.Groups, new ResilienceSettings(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)), NullLogger.Instance, new ImpatientClock(ScriptedAuth.Now))
        {
            InnerHandler = Handler,
        };
        _http = new HttpClient(new AuthorizationHandler(NullLogger.Instance, TimeProvider.System) { InnerHandler = resilience });
        Client = new GroupsClient(new ServiceConnection(_http, new RequestAuthorization(new FakeAuthorization(), "groups.api.globus.org", FakeAuthorization.BaseUrl), GlobusService.Groups));
    }

    public GroupsClient Client { get; }

    public ScriptedHandler Handler { get; }

    public RecordedRequest Sent => Handler.Requests.ShouldHaveSingleItem();

    public void Dispose()
    {
        _http.Dispose();
        Handler.Dispose();
    }
}
