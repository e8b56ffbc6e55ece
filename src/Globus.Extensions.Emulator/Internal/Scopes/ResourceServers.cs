namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>The resource servers that the emulator plays itself.</summary>
internal static class ResourceServers
{
    public const string Auth = "auth.globus.org";
    public const string Groups = "groups.api.globus.org";
    public const string Transfer = "transfer.api.globus.org";
}
