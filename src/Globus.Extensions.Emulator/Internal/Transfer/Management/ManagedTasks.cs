using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>Knows who manages which side of a task, and shows it to them.</summary>
internal sealed class ManagedTasks(
    CollectionStore collections,
    CollectionPermissions permissions,
    EndpointPresenter endpoints,
    TaskPresenter presenter,
    IdentityDirectory identities)
{
    /// <summary>Whether the identity watches the source and the destination of a task.</summary>
    public (bool Source, bool Destination) Monitored(TransferTask task, Guid identity) => Sides(task, collection => permissions.CanMonitor(collection, identity));

    /// <summary>Whether the identity may hold and end a task for the sake of its source and destination.</summary>
    public (bool Source, bool Destination) Managed(TransferTask task, Guid identity) => Sides(task, collection => permissions.CanManage(collection, identity));

    /// <summary>Whether the identity may hold a side only because of the guest collection, not of what it stands on.</summary>
    public bool ManagesShareOnly(Guid? side, Guid identity) =>
        Find(side) is { IsGuest: true } guest
        && !collections.Lineage(guest).Skip(1).Any(host => permissions.HasRole(host, identity, Role.ActivityManager));

    public ManagedTaskDocument Present(TransferTask task, Guid identity)
    {
        var (source, destination) = Monitored(task, identity);
        var submission = task.Submission;
        return ManagedTaskDocument.Of(
            presenter.Present(task),
            Side(submission.SourceEndpoint, submission.SourceLocalUser, submission.OwnerId, source),
            Side(submission.DestinationEndpoint, submission.DestinationLocalUser, submission.OwnerId, destination));
    }

    /// <summary>The local users of the sides that the identity watches.</summary>
    public IEnumerable<string?> LocalUsers(TransferTask task, Guid identity)
    {
        var (source, destination) = Monitored(task, identity);
        var submission = task.Submission;
        yield return Side(submission.SourceEndpoint, submission.SourceLocalUser, submission.OwnerId, source).LocalUser;
        yield return Side(submission.DestinationEndpoint, submission.DestinationLocalUser, submission.OwnerId, destination).LocalUser;
    }

    /// <summary>Whether a side of a task is the endpoint, or a collection that stands on it.</summary>
    public bool Uses(Guid? side, Guid endpoint) => side == endpoint || Find(side) is { } collection && collections.Lineage(collection).Any(one => one.Id == endpoint);

    private (bool Source, bool Destination) Sides(TransferTask task, Func<Collection, bool> isTheirs) =>
        (Find(task.Submission.SourceEndpoint) is { } source && isTheirs(source),
            Find(task.Submission.DestinationEndpoint) is { } destination && isTheirs(destination));

    private ManagedSide Side(Guid? id, string? localUser, Guid owner, bool isTheirs)
    {
        if (Find(id) is not { } collection || !isTheirs)
        {
            return new ManagedSide { LocalUserStatus = id is null || !isTheirs && Find(id) is null ? ManagedSide.NoEndpoint : ManagedSide.NoPermission };
        }

        var host = collection.IsGuest ? Find(collection.HostId) : null;
        var personalHost = collection.EntityType == EntityTypes.GcpGuest ? host : null;
        return new ManagedSide
        {
            LocalUserStatus = ManagedSide.Ok,
            // Guests work with the account of whoever shares.
            LocalUser = localUser ?? AccountOf(collection.IsGuest ? collection.OwnerId : owner),
            HostEndpoint = personalHost is null ? null : endpoints.CanonicalName(personalHost),
            HostEndpointId = personalHost?.Id,
            HostEndpointDisplayName = personalHost?.DisplayName,
            HostPath = host is null ? null : collection.HostPath,
            MappedCollectionId = host?.Id,
            MappedCollectionDisplayName = host?.DisplayName,
        };
    }

    /// <summary>The local account that a person's name leads to.</summary>
    private string? AccountOf(Guid identity) => identities.Find(identity)?.UserName.Split('@')[0];

    private Collection? Find(Guid? id) => id is { } given && collections.TryFind(given, out var collection) ? collection : null;
}
