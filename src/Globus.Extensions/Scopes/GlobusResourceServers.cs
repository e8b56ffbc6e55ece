namespace Globus.Extensions.Scopes;

/// <summary>The resource servers of Globus services: what a token is for, and the key under which it is stored.</summary>
public static class GlobusResourceServers
{
    /// <summary>Globus Auth.</summary>
    public const string Auth = "auth.globus.org";

    /// <summary>Globus Groups.</summary>
    public const string Groups = "groups.api.globus.org";

    /// <summary>Globus Transfer.</summary>
    public const string Transfer = "transfer.api.globus.org";
}
