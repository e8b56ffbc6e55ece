using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Transfer;

/// <summary>An endpoint or collection, as <c>GET /v0.10/endpoint/{endpoint_id}</c> describes it. Lists and searches leave members out.</summary>
public sealed record Endpoint
{
    /// <summary>The kind of the document, <c>endpoint</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EndpointId Id { get; init; }

    /// <summary>The name that people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What kind of endpoint or collection it is.</summary>
    public EndpointEntityType? EntityType { get; init; }

    /// <summary>The identity that owns it.</summary>
    public IdentityId? OwnerId { get; init; }

    /// <summary>The user name of the owner.</summary>
    public string? OwnerString { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The organization that runs it.</summary>
    public string? Organization { get; init; }

    /// <summary>The department that runs it.</summary>
    public string? Department { get; init; }

    /// <summary>Words to find it by, with commas between them.</summary>
    public string? Keywords { get; init; }

    /// <summary>The e-mail address for questions about it.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Other ways to ask about it.</summary>
    public string? ContactInfo { get; init; }

    /// <summary>A link to more about it.</summary>
    public string? InfoLink { get; init; }

    /// <summary>What its users are told.</summary>
    public string? UserMessage { get; init; }

    /// <summary>A link that belongs to the message.</summary>
    public string? UserMessageLink { get; init; }

    /// <summary>Whether others can find it.</summary>
    public bool? Public { get; init; }

    /// <summary>The directory where listings begin.</summary>
    public string? DefaultDirectory { get; init; }

    /// <summary>Where it is: two numbers, latitude and longitude, or <c>Automatic</c>.</summary>
    public string? Location { get; init; }

    /// <summary>Whether all its transfers are encrypted.</summary>
    public bool? ForceEncryption { get; init; }

    /// <summary>Whether all its transfers are verified by checksums.</summary>
    public bool? ForceVerify { get; init; }

    /// <summary>Whether none of its transfers can be verified by checksums.</summary>
    public bool? DisableVerify { get; init; }

    /// <summary>Whether no access rule may let everyone write.</summary>
    public bool? DisableAnonymousWrites { get; init; }

    /// <summary>Whether it needs a session of high assurance.</summary>
    public bool? HighAssurance { get; init; }

    /// <summary>How old the login of a session may be.</summary>
    [JsonPropertyName("authentication_timeout_mins")]
    [JsonConverter(typeof(MinutesConverter))]
    public TimeSpan? AuthenticationTimeout { get; init; }

    /// <summary>The id of the authentication policy that a session has to satisfy.</summary>
    public string? AuthenticationPolicyId { get; init; }

    /// <summary>Whether the login has to have a second factor.</summary>
    public bool? MfaRequired { get; init; }

    /// <summary>How long an access rule may last at most.</summary>
    [JsonPropertyName("acl_max_expiration_period_mins")]
    [JsonConverter(typeof(MinutesConverter))]
    public TimeSpan? AccessRuleMaxLifetime { get; init; }

    /// <summary>Which of its transfers have to be with a partner of high assurance.</summary>
    public TransferRestriction? RestrictTransfersToHighAssurance { get; init; }

    /// <summary>The subscription it is under.</summary>
    public SubscriptionId? SubscriptionId { get; init; }

    /// <summary>Whether an administrator of the subscription vouches for it.</summary>
    public bool? SubscriptionAdminVerified { get; init; }

    /// <summary>The endpoint or collection that hosts it.</summary>
    public EndpointId? HostEndpointId { get; init; }

    /// <summary>The name of the host.</summary>
    public string? HostEndpointDisplayName { get; init; }

    /// <summary>The directory of the host that is its root.</summary>
    public string? HostPath { get; init; }

    /// <summary>The mapped collection that a guest collection stands on.</summary>
    public EndpointId? MappedCollectionId { get; init; }

    /// <summary>The name of that mapped collection.</summary>
    public string? MappedCollectionDisplayName { get; init; }

    /// <summary>What the caller may do on it.</summary>
    public IReadOnlyList<EndpointRoleType>? MyEffectiveRoles { get; init; }

    /// <summary>Whether unfinished tasks use it.</summary>
    public bool? InUse { get; init; }

    /// <summary>Whether its Globus Connect Personal is connected; <see langword="null"/> for other kinds.</summary>
    public bool? GcpConnected { get; init; }

    /// <summary>Whether its Globus Connect Personal is paused; <see langword="null"/> for other kinds.</summary>
    public bool? GcpPaused { get; init; }

    /// <summary>The key that sets Globus Connect Personal up as this collection. Whoever has it can do that: never printed.</summary>
    public string? GlobusConnectSetupKey { get; init; }

    /// <summary>The version of its Globus Connect Server.</summary>
    public string? GcsVersion { get; init; }

    /// <summary>The address of the manager of its Globus Connect Server.</summary>
    public string? GcsManagerUrl { get; init; }

    /// <summary>The address of its HTTPS server.</summary>
    public string? HttpsServer { get; init; }

    /// <summary>The address of its TLSFTP server.</summary>
    public string? TlsftpServer { get; init; }

    /// <summary>How much of the network its transfers take.</summary>
    public NetworkUse? NetworkUse { get; init; }

    /// <summary>With <see cref="NetworkUse.Custom"/>: the most files at once.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>With <see cref="NetworkUse.Custom"/>: the files at once.</summary>
    public int? PreferredConcurrency { get; init; }

    /// <summary>With <see cref="NetworkUse.Custom"/>: the most streams for one file.</summary>
    public int? MaxParallelism { get; init; }

    /// <summary>With <see cref="NetworkUse.Custom"/>: the streams for one file.</summary>
    public int? PreferredParallelism { get; init; }

    /// <summary>Whether it is an endpoint that files cannot be moved to and from, such as a Globus Connect Server itself.</summary>
    public bool? NonFunctional { get; init; }

    /// <summary>The non-functional endpoint that it belongs to.</summary>
    public EndpointId? NonFunctionalEndpointId { get; init; }

    /// <summary>When it was last used.</summary>
    public DateTimeOffset? LastAccessedTime { get; init; }

    /// <summary>After how many days without use guest collections are deleted.</summary>
    public int? AutoDeleteTimeout { get; init; }

    /// <summary>Whether it is left out of that.</summary>
    public bool? SkipAutoDelete { get; init; }

    /// <summary>What flows may be bound to it.</summary>
    public JsonElement? AssociatedFlowPolicy { get; init; }

    /// <summary>Whether it keeps the modification times of files.</summary>
    public bool? PreserveModtime { get; init; }

    /// <summary>Who is told what happens on guest collections.</summary>
    public JsonElement? GuestCollectionActivityNotificationPolicy { get; init; }

    /// <summary>Whether messages about it are in English and French.</summary>
    public bool? FrenchEnglishBilingual { get; init; }

    /// <summary>The servers; guest collections have none of their own.</summary>
    [JsonPropertyName("DATA")]
    public IReadOnlyList<EndpointServer>? Servers { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>Names it; the setup key stays out.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", DisplayName = ").Append(DisplayName).Append(", EntityType = ").Append(EntityType);
        return true;
    }
}
