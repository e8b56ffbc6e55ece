using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions;

/// <summary>
/// The client of Globus Transfer: collections, and the tasks that move what is in them. Thread-safe, cheap to create, and safe to keep
/// in singletons.
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

    /// <summary>Tasks: what was submitted, how it stands, and what became of it.</summary>
    public virtual TaskOperations Tasks => field ??= new TaskOperations(Connection);

    /// <summary>Files and directories of collections: what is answered at once, without a task.</summary>
    public virtual FileOperations Files => field ??= new FileOperations(Connection);

    /// <summary>Endpoints and collections.</summary>
    public virtual EndpointOperations Endpoints => field ??= new EndpointOperations(Connection);

    /// <summary>Guest collections of Globus Connect Personal.</summary>
    public virtual SharedEndpointOperations SharedEndpoints => field ??= new SharedEndpointOperations(Connection);

    /// <summary>Access rules: who may read or write which folder of a guest collection.</summary>
    public virtual AccessRuleOperations AccessRules => field ??= new AccessRuleOperations(Connection);

    /// <summary>Roles that people and groups have on endpoints.</summary>
    public virtual EndpointRoleOperations Roles => field ??= new EndpointRoleOperations(Connection);

    /// <summary>Bookmarks: folders with a name.</summary>
    public virtual BookmarkOperations Bookmarks => field ??= new BookmarkOperations(Connection);

    /// <summary>Bookmarks of the second version of the service, which is experimental.</summary>
    public virtual BookmarkV2Operations BookmarksV2 => field ??= new BookmarkV2Operations(Connection);

    /// <summary>Tasks and collections as those see them who manage endpoints.</summary>
    public virtual EndpointManagerOperations Manager => field ??= new EndpointManagerOperations(Connection);

    /// <summary>Pause rules of endpoints.</summary>
    public virtual PauseRuleOperations PauseRules => field ??= new PauseRuleOperations(Connection);

    /// <summary>Tunnels between stream access points.</summary>
    public virtual TunnelOperations Tunnels => field ??= new TunnelOperations(Connection);

    /// <summary>Stream access points.</summary>
    public virtual StreamAccessPointOperations StreamAccessPoints => field ??= new StreamAccessPointOperations(Connection);
}
