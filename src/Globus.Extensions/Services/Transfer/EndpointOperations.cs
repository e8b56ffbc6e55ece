using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Endpoints and collections. Thread-safe, and as long-lived as its client.</summary>
public class EndpointOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected EndpointOperations()
    {
    }

    internal EndpointOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
