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
internal sealed partial class TransferJsonContext : JsonSerializerContext;
