using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>The plain success of a write.</summary>
internal sealed record ResultDocument(
    [property: JsonPropertyName("DATA_TYPE")] string DataType, string Code, string Message, string RequestId, string Resource);
