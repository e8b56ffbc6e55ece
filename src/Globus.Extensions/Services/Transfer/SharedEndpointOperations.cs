using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Guest collections of Globus Connect Personal. Thread-safe, and as long-lived as its client.</summary>
public class SharedEndpointOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected SharedEndpointOperations()
    {
    }

    internal SharedEndpointOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
