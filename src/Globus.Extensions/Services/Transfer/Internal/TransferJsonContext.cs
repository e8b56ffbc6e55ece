using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>How answers are read. Written again, each has every member: the service tells null from absent, and so a null is never dropped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(GlobusDateTimeConverter)])]
[JsonSerializable(typeof(TransferResult))]
[JsonSerializable(typeof(SubmissionIdDocument))]
[JsonSerializable(typeof(SubmissionResult))]
[JsonSerializable(typeof(TransferTask))]
[JsonSerializable(typeof(TransferList<TransferTask>))]
[JsonSerializable(typeof(TransferList<TaskEvent>))]
[JsonSerializable(typeof(TransferList<SuccessfulTransfer>))]
[JsonSerializable(typeof(TransferList<SkippedError>))]
[JsonSerializable(typeof(TaskPauseInfo))]
[JsonSerializable(typeof(TransferFile))]
[JsonSerializable(typeof(TransferList<TransferFile>))]
[JsonSerializable(typeof(JsonApiList<JsonElement>))]
[JsonSerializable(typeof(Endpoint))]
[JsonSerializable(typeof(TransferList<Endpoint>))]
[JsonSerializable(typeof(CreatedEndpoint))]
[JsonSerializable(typeof(EndpointServer))]
[JsonSerializable(typeof(TransferList<EndpointServer>))]
[JsonSerializable(typeof(SubscriptionChange))]
[JsonSerializable(typeof(SubscriptionVerification))]
[JsonSerializable(typeof(EndpointRole))]
[JsonSerializable(typeof(TransferList<EndpointRole>))]
[JsonSerializable(typeof(AccessRule))]
[JsonSerializable(typeof(TransferList<AccessRule>))]
[JsonSerializable(typeof(CreatedAccessRule))]
[JsonSerializable(typeof(Bookmark))]
[JsonSerializable(typeof(TransferList<Bookmark>))]
[JsonSerializable(typeof(PauseRule))]
[JsonSerializable(typeof(TransferList<PauseRule>))]
[JsonSerializable(typeof(TaskCancellation))]
[JsonSerializable(typeof(JsonApiDocument))]
[JsonSerializable(typeof(Tunnel))]
[JsonSerializable(typeof(TunnelEvent))]
[JsonSerializable(typeof(StreamAccessPoint))]
[JsonSerializable(typeof(BookmarkV2))]
internal sealed partial class TransferJsonContext : JsonSerializerContext;
