using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>How bodies of requests are written: what is <see langword="null"/> is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(GlobusDateTimeConverter)])]
[JsonSerializable(typeof(TransferRequest))]
[JsonSerializable(typeof(DeleteRequest))]
[JsonSerializable(typeof(TaskUpdate))]
[JsonSerializable(typeof(PathOperation))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(EndpointUpdate))]
[JsonSerializable(typeof(GcpMappedCollectionCreation))]
[JsonSerializable(typeof(GuestCollectionCreation))]
[JsonSerializable(typeof(EndpointRoleCreation))]
[JsonSerializable(typeof(AccessRuleCreation))]
[JsonSerializable(typeof(AccessRuleUpdate))]
[JsonSerializable(typeof(BookmarkCreation))]
[JsonSerializable(typeof(BookmarkUpdate))]
[JsonSerializable(typeof(BookmarkV2Creation))]
[JsonSerializable(typeof(BookmarkV2Update))]
[JsonSerializable(typeof(PauseRuleCreation))]
[JsonSerializable(typeof(PauseRuleUpdate))]
[JsonSerializable(typeof(TaskBatch))]
[JsonSerializable(typeof(TunnelCreation))]
[JsonSerializable(typeof(TunnelUpdate))]
internal sealed partial class TransferRequestJsonContext : JsonSerializerContext;
