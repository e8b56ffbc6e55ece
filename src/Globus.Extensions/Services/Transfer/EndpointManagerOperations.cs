using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Tasks and collections as those see them who manage endpoints. Thread-safe, and as long-lived as its client.</summary>
public class EndpointManagerOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected EndpointManagerOperations()
    {
    }

    internal EndpointManagerOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
