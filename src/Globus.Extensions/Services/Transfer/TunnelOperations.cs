using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Tunnels between stream access points. Thread-safe, and as long-lived as its client.</summary>
public class TunnelOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected TunnelOperations()
    {
    }

    internal TunnelOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
