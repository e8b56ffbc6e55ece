using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Files and directories of collections: what is answered at once, without a task. Thread-safe, and as long-lived as its client.</summary>
public class FileOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected FileOperations()
    {
    }

    internal FileOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
