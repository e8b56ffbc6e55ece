using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Bookmarks: folders with a name. Thread-safe, and as long-lived as its client.</summary>
public class BookmarkOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected BookmarkOperations()
    {
    }

    internal BookmarkOperations(ServiceConnection connection)
        : base(connection)
    {
    }
}
