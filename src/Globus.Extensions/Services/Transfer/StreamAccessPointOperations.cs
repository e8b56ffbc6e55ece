using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Stream access points. Thread-safe, and as long-lived as its client.</summary>
public class StreamAccessPointOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected StreamAccessPointOperations()
    {
    }

    internal StreamAccessPointOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
