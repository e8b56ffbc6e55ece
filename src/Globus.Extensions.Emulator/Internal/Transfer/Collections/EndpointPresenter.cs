using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Shows collections as one identity sees them.</summary>
internal sealed class EndpointPresenter(CollectionStore collections, CollectionPermissions permissions, IdentityDirectory identities, TaskStore tasks)
{
    private const int ServerId = 207976;
    private const int ServerPort = 2811;
    private const string Host = "localhost";

    public EndpointDocument Present(Collection collection, Guid identity)
    {
        var owner = OwnerOf(collection);
        var host = collection.HostId is { } hostId && collections.TryFind(hostId, out var found) ? found : null;
        var isPersonal = EntityTypes.IsPersonal(collection.EntityType);
        var endpoint = GcsEndpointOf(collection);
        var subscription = collections.SubscriptionOf(collection);
        return new EndpointDocument
        {
            Id = collection.Id,
            DisplayName = collection.DisplayName,
            CanonicalName = CanonicalName(collection),
            Username = owner,
            OwnerId = collection.OwnerId,
            OwnerString = owner,
            EntityType = collection.EntityType,
            Description = collection.Description,
            Organization = collection.Organization,
            Department = collection.Department,
            Keywords = collection.Keywords,
            ContactEmail = collection.ContactEmail,
            ContactInfo = collection.ContactInfo,
            InfoLink = collection.InfoLink,
            UserMessage = collection.UserMessage,
            UserMessageLink = collection.UserMessageLink,
            Public = collection.IsPublic,
            DefaultDirectory = collection.DefaultDirectory,
            ForceEncryption = collection.ForceEncryption,
            ForceVerify = collection.ForceVerify,
            DisableVerify = collection.DisableVerify,
            Location = collection.Location,
            NetworkUse = collection.NetworkUse,
            MaxConcurrency = collection.MaxConcurrency,
            PreferredConcurrency = collection.PreferredConcurrency,
            MaxParallelism = collection.MaxParallelism,
            PreferredParallelism = collection.PreferredParallelism,
            HighAssurance = collection.HighAssurance,
            SubscriptionId = subscription,
            SubscriptionAdminVerified = subscription is null ? null : collection.SubscriptionAdminVerified == true,
            HostEndpointId = collection.EntityType == EntityTypes.GcpGuest ? host?.Id : null,
            HostEndpointDisplayName = collection.EntityType == EntityTypes.GcpGuest ? host?.DisplayName : null,
            HostPath = collection.EntityType == EntityTypes.GcpGuest ? collection.HostPath : null,
            MappedCollectionId = collection.IsGuest ? host?.Id : null,
            MappedCollectionDisplayName = collection.IsGuest ? host?.DisplayName : null,
            MyEffectiveRoles = permissions.RolesOf(collection, identity),
            InUse = tasks.IsInUse(collection.Id),
            IsGlobusConnect = isPersonal,
            GcpConnected = isPersonal ? true : null,
            GcpPaused = isPersonal ? false : null,
            GlobusConnectSetupKey = collection.OwnerId == identity ? collection.SetupKey : null,
            NonFunctional = collection.EntityType == EntityTypes.GcsEndpoint,
            NonFunctionalEndpointId = endpoint?.Id,
            NonFunctionalEndpointDisplayName = endpoint?.DisplayName,
            Activated = true,
            Shareable = collection.IsMapped,
            AclAvailable = collection.IsGuest,
            AclEditable = collection.IsGuest && permissions.HasRole(collection, identity, Role.AccessManager),
            Data = ServersOf(collection),
        };
    }

    public string OwnerOf(Collection collection) => identities.Find(collection.OwnerId)?.UserName ?? collection.OwnerId.ToString();

    /// <summary>The name that older documents use, <c>owner#id</c>.</summary>
    public string CanonicalName(Collection collection) => $"{OwnerOf(collection)}#{collection.Id}";

    /// <summary>Endpoints and what is personal have a server; GCSv5 collections use their endpoint's.</summary>
    public static IReadOnlyList<ServerDocument> ServersOf(Collection collection) =>
        collection.EntityType is EntityTypes.GcsEndpoint or EntityTypes.GcpMapped
            ? [new ServerDocument { Id = ServerId, Hostname = Host, Port = ServerPort }]
            : [];

    private Collection? GcsEndpointOf(Collection collection) => collection.EntityType switch
    {
        EntityTypes.GcsMapped when collection.HostId is { } id && collections.TryFind(id, out var endpoint) => endpoint,
        EntityTypes.GcsGuest when collection.HostId is { } id && collections.TryFind(id, out var mapped) => GcsEndpointOf(mapped),
        _ => null,
    };
}
