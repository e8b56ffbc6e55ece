using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions;

/// <summary>
/// The client of Globus Transfer: any route by <see cref="GlobusServiceClient.SendAsync(HttpRequestMessage, CancellationToken)"/>. Thread-safe,
/// cheap to create, and safe to keep in singletons.
/// </summary>
public class TransferClient : GlobusServiceClient
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected TransferClient()
    {
    }

    internal TransferClient(ServiceConnection connection)
        : base(connection)
    {
    }
}
