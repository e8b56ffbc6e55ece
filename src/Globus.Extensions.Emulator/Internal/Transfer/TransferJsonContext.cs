using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>The documents of the Transfer service in which null is a value and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EndpointDocument))]
[JsonSerializable(typeof(EndpointList))]
[JsonSerializable(typeof(FileDocument))]
[JsonSerializable(typeof(FileList))]
[JsonSerializable(typeof(ResultDocument))]
[JsonSerializable(typeof(ServerDocument))]
[JsonSerializable(typeof(ServerList))]
internal sealed partial class TransferJsonContext : JsonSerializerContext;
