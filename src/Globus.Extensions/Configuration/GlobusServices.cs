namespace Globus.Extensions.Configuration;

/// <summary>The short names of Globus services, as used in <see cref="GlobusOptions.ServiceUrls"/> and <see cref="GlobusOptions.Services"/>.</summary>
public static class GlobusServices
{
    /// <summary>Globus Auth: logins, tokens and identities.</summary>
    public const string Auth = "auth";

    /// <summary>Globus Groups.</summary>
    public const string Groups = "groups";

    /// <summary>Globus Transfer.</summary>
    public const string Transfer = "transfer";

    /// <summary>Globus Search.</summary>
    public const string Search = "search";

    /// <summary>Globus Flows.</summary>
    public const string Flows = "flows";

    /// <summary>Globus Timers, whose short name is in the singular.</summary>
    public const string Timers = "timer";

    /// <summary>Globus Compute.</summary>
    public const string Compute = "compute";

    /// <summary>The hosted action providers.</summary>
    public const string Actions = "actions";

    /// <summary>The Globus web application.</summary>
    public const string WebApp = "app";

    /// <summary>Nexus, the predecessor of Groups.</summary>
    public const string Nexus = "nexus";

    internal static readonly string[] All = [Auth, Groups, Transfer, Search, Flows, Timers, Compute, Actions, WebApp, Nexus];

    /// <summary>The services that have a client in this library.</summary>
    internal static readonly string[] WithClient = [Auth, Groups, Transfer];
}
