using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>A collection or endpoint as the API shows it. What only older products had has a fixed value.</summary>
internal sealed record EndpointDocument
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "endpoint";

    public required Guid Id { get; init; }

    public required string DisplayName { get; init; }

    public string? Name { get; init; }

    public string? CanonicalName { get; init; }

    public required string Username { get; init; }

    public required Guid OwnerId { get; init; }

    public required string OwnerString { get; init; }

    public required string EntityType { get; init; }

    public string? Description { get; init; }

    public string? Organization { get; init; }

    public string? Department { get; init; }

    public string? Keywords { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactInfo { get; init; }

    public string? InfoLink { get; init; }

    public string? UserMessage { get; init; }

    public string? UserMessageLink { get; init; }

    public required bool Public { get; init; }

    public string? DefaultDirectory { get; init; }

    public bool ForceEncryption { get; init; }

    public bool ForceVerify { get; init; }

    public bool DisableVerify { get; init; }

    public bool DisableAnonymousWrites { get; init; }

    public bool HighAssurance { get; init; }

    public int? AuthenticationTimeoutMins { get; init; }

    public Guid? AuthenticationPolicyId { get; init; }

    public int? AclMaxExpirationPeriodMins { get; init; }

    public bool MfaRequired { get; init; }

    public string? SubscriptionId { get; init; }

    public bool? SubscriptionAdminVerified { get; init; }

    public Guid? HostEndpointId { get; init; }

    public string? HostEndpointDisplayName { get; init; }

    public string? HostPath { get; init; }

    public Guid? MappedCollectionId { get; init; }

    public string? MappedCollectionDisplayName { get; init; }

    public required IReadOnlyList<string> MyEffectiveRoles { get; init; }

    public bool InUse { get; init; }

    public bool IsGlobusConnect { get; init; }

    public bool? GcpConnected { get; init; }

    public bool? GcpPaused { get; init; }

    public string? GlobusConnectSetupKey { get; init; }

    public string? GcsVersion { get; init; }

    public string? GcsManagerUrl { get; init; }

    public string? HttpsServer { get; init; }

    public string? TlsftpServer { get; init; }

    public string NetworkUse { get; init; } = "normal";

    public int? MaxConcurrency { get; init; }

    public int? PreferredConcurrency { get; init; }

    public int? MaxParallelism { get; init; }

    public int? PreferredParallelism { get; init; }

    public string? Location { get; init; }

    public bool NonFunctional { get; init; }

    public Guid? NonFunctionalEndpointId { get; init; }

    public string? NonFunctionalEndpointDisplayName { get; init; }

    public bool FrenchEnglishBilingual { get; init; }

    public bool RequesterPays { get; init; }

    public bool Activated { get; init; }

    public int ExpiresIn { get; init; } = -1;

    public string? ExpireTime { get; init; }

    public bool Shareable { get; init; }

    public bool AclAvailable { get; init; }

    public bool AclEditable { get; init; }

    public string? MyproxyServer { get; init; }

    public string? MyproxyDn { get; init; }

    public string? OauthServer { get; init; }

    public string? S3Url { get; init; }

    public bool S3OwnerActivated { get; init; }

    [JsonPropertyName("DATA")]
    public IReadOnlyList<ServerDocument> Data { get; init; } = [];
}
