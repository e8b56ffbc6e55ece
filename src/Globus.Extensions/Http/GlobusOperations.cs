using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Http;

/// <summary>What the operation groups of a service client have in common. Thread-safe, and as long-lived as its client.</summary>
public abstract class GlobusOperations
{
    private readonly ServiceConnection? _connection;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GlobusOperations()
    {
    }

    private protected GlobusOperations(ServiceConnection connection) => _connection = connection;

    private protected ServiceConnection Connection => _connection ?? throw new InvalidOperationException(
        "This group of operations was made by its parameterless constructor, which is for substitutes: override the member that was called.");
}
