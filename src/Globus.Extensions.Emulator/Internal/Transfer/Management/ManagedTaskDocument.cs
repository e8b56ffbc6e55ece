using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>A task as those see it who manage one of its sides.</summary>
internal sealed record ManagedTaskDocument : TaskDocument
{
    [SetsRequiredMembers]
    private ManagedTaskDocument(TaskDocument task)
        : base(task)
    {
    }

    public string? OwnerString { get; init; }

    public string? SourceHostEndpoint { get; init; }

    public Guid? SourceHostEndpointId { get; init; }

    public string? SourceHostEndpointDisplayName { get; init; }

    public string? SourceHostPath { get; init; }

    public Guid? SourceMappedCollectionId { get; init; }

    public string? SourceMappedCollectionDisplayName { get; init; }

    public string? SourceLocalUser { get; init; }

    public string? SourceLocalUserStatus { get; init; }

    public string? DestinationHostEndpoint { get; init; }

    public Guid? DestinationHostEndpointId { get; init; }

    public string? DestinationHostEndpointDisplayName { get; init; }

    public string? DestinationHostPath { get; init; }

    public Guid? DestinationMappedCollectionId { get; init; }

    public string? DestinationMappedCollectionDisplayName { get; init; }

    public string? DestinationLocalUser { get; init; }

    public string? DestinationLocalUserStatus { get; init; }

    public static ManagedTaskDocument Of(TaskDocument task, ManagedSide source, ManagedSide destination) => new(task)
    {
        OwnerString = task.Username,
        SourceBasePath = source.IsManaged ? task.SourceBasePath : null,
        DestinationBasePath = destination.IsManaged ? task.DestinationBasePath : null,
        SourceHostEndpoint = source.HostEndpoint,
        SourceHostEndpointId = source.HostEndpointId,
        SourceHostEndpointDisplayName = source.HostEndpointDisplayName,
        SourceHostPath = source.HostPath,
        SourceMappedCollectionId = source.MappedCollectionId,
        SourceMappedCollectionDisplayName = source.MappedCollectionDisplayName,
        SourceLocalUser = source.LocalUser,
        SourceLocalUserStatus = source.LocalUserStatus,
        DestinationHostEndpoint = destination.HostEndpoint,
        DestinationHostEndpointId = destination.HostEndpointId,
        DestinationHostEndpointDisplayName = destination.HostEndpointDisplayName,
        DestinationHostPath = destination.HostPath,
        DestinationMappedCollectionId = destination.MappedCollectionId,
        DestinationMappedCollectionDisplayName = destination.MappedCollectionDisplayName,
        DestinationLocalUser = destination.LocalUser,
        DestinationLocalUserStatus = destination.LocalUserStatus,
    };
}
