using Globus.Extensions.OAuth;

namespace Globus.Extensions.Testing.Internal;

/// <summary>A native login client that keeps the flows which a manager starts with it.</summary>
internal sealed class WatchedLoginClient(GlobusLoginClient inner) : NativeLoginClient
{
    private readonly Lock _gate = new();
    private readonly List<AuthorizationFlow> _flows = [];

    public IReadOnlyList<AuthorizationFlow> Flows
    {
        get
        {
            lock (_gate)
            {
                return [.. _flows];
            }
        }
    }

    public override string ClientId => inner.ClientId;

    public override Uri AuthUrl => inner.AuthUrl;

    public override string DefaultRedirectUri => inner.DefaultRedirectUri!;

    public override AuthorizationFlow StartFlow(AuthorizationFlowOptions options)
    {
        var flow = inner.StartFlow(options);
        lock (_gate)
        {
            _flows.Add(flow);
        }

        return flow;
    }
}
