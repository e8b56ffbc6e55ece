using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Pause rules of endpoints. Thread-safe, and as long-lived as its client.</summary>
public class PauseRuleOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected PauseRuleOperations()
    {
    }

    internal PauseRuleOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
