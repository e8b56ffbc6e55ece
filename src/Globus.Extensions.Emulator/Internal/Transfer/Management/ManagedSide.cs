namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>What a manager sees of one side of a task; nothing but the status of a side that is not theirs.</summary>
internal sealed record ManagedSide
{
    public const string NoPermission = "NO_PERMISSION";
    public const string NoEndpoint = "NO_ENDPOINT";
    public const string Ok = "OK";

    public required string LocalUserStatus { get; init; }

    public string? LocalUser { get; init; }

    public string? HostEndpoint { get; init; }

    public Guid? HostEndpointId { get; init; }

    public string? HostEndpointDisplayName { get; init; }

    public string? HostPath { get; init; }

    public Guid? MappedCollectionId { get; init; }

    public string? MappedCollectionDisplayName { get; init; }

    public bool IsManaged => LocalUserStatus == Ok;
}
