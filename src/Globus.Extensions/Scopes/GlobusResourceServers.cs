namespace Globus.Extensions.Scopes;

/// <summary>The resource servers of Globus services: what a token is for, and the key under which it is stored.</summary>
/// <remarks>A collection, a Globus Connect Server endpoint and a single flow are resource servers of their own; their ids are the names.</remarks>
public static class GlobusResourceServers
{
    /// <summary>Globus Auth.</summary>
    public const string Auth = "auth.globus.org";

    /// <summary>Globus Groups.</summary>
    public const string Groups = "groups.api.globus.org";

    /// <summary>Nexus, which Globus Groups has replaced.</summary>
    public const string Nexus = "nexus.api.globus.org";

    /// <summary>Globus Transfer.</summary>
    public const string Transfer = "transfer.api.globus.org";

    /// <summary>Globus Search.</summary>
    public const string Search = "search.api.globus.org";

    /// <summary>Globus Flows. Its scopes name it by an id.</summary>
    public const string Flows = "flows.globus.org";

    /// <summary>Globus Timers, which is known by its id.</summary>
    public const string Timers = "524230d7-ea86-4a52-8312-86065a9e0417";

    /// <summary>Globus Compute, by its former name. Its scopes name it by an id.</summary>
    public const string Compute = "funcx_service";
}
