using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Access rules: who may read or write which folder of a guest collection. Thread-safe, and as long-lived as its client.</summary>
public class AccessRuleOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected AccessRuleOperations()
    {
    }

    internal AccessRuleOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
