using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Tasks: what was submitted, how it stands, and what became of it. Thread-safe, and as long-lived as its client.</summary>
public class TaskOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected TaskOperations()
    {
    }

    internal TaskOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
