using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>The documents of the Transfer service in which null is a value and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EndpointDocument))]
[JsonSerializable(typeof(EndpointList))]
[JsonSerializable(typeof(FileDocument))]
[JsonSerializable(typeof(FileList))]
[JsonSerializable(typeof(MarkerList<SkippedError>))]
[JsonSerializable(typeof(MarkerList<SuccessfulTransfer>))]
[JsonSerializable(typeof(OffsetList<EventDocument>))]
[JsonSerializable(typeof(OffsetList<TaskDocument>))]
[JsonSerializable(typeof(PauseInfo))]
[JsonSerializable(typeof(ResultDocument))]
[JsonSerializable(typeof(ServerDocument))]
[JsonSerializable(typeof(ServerList))]
[JsonSerializable(typeof(SubmissionResult))]
[JsonSerializable(typeof(TaskDocument))]
internal sealed partial class TransferJsonContext : JsonSerializerContext;
