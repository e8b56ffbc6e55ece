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
internal sealed partial class TransferRequestJsonContext : JsonSerializerContext;
