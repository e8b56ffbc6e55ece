using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Roles that people and groups have on endpoints. Thread-safe, and as long-lived as its client.</summary>
public class EndpointRoleOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected EndpointRoleOperations()
    {
    }

    internal EndpointRoleOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
