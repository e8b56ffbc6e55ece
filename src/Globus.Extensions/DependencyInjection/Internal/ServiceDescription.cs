using Globus.Extensions.Configuration;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>A Globus service that has a client here: its names, and the scopes that the client needs.</summary>
internal sealed record ServiceDescription(string ShortName, string ResourceServer, GlobusService Service, IReadOnlyList<string> DefaultScopes)
{
    /// <summary>The name for people, and of the client.</summary>
    public string Name => Service.ToString();

    /// <summary>The category of what its operations log.</summary>
    public string LogCategory => $"Globus.Extensions.{Service}";

    public static readonly ServiceDescription Auth = new(
        GlobusServices.Auth, GlobusResourceServers.Auth, GlobusService.Auth, [GlobusScopes.OpenId, GlobusScopes.Profile, GlobusScopes.Email]);

    public static readonly ServiceDescription Groups = new(
        GlobusServices.Groups, GlobusResourceServers.Groups, GlobusService.Groups, [GlobusScopes.GroupsViewMyGroupsAndMemberships]);

    public static readonly ServiceDescription Transfer = new(
        GlobusServices.Transfer, GlobusResourceServers.Transfer, GlobusService.Transfer, [GlobusScopes.TransferAll]);

    public static readonly ServiceDescription[] All = [Auth, Groups, Transfer];
}
