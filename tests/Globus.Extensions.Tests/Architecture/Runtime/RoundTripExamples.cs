using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Tests.Architecture.Runtime;

/// <summary>Models with a real source-generated context, right and wrong ones.</summary>
internal static partial class RoundTripExamples
{
    internal sealed record Keeps
    {
        public required Guid Id { get; init; }

        public required DateTimeOffset Created { get; init; }

        public required Inner Inner { get; init; }

        public required IReadOnlyList<string> Names { get; init; }

        [JsonExtensionData, JsonInclude]
        public IDictionary<string, JsonElement>? Rest { get; internal set; }
    }

    internal sealed record Inner
    {
        public required int Count { get; init; }
    }

    internal sealed record Loses
    {
        public required string Id { get; init; }

        [JsonExtensionData]
        public IDictionary<string, JsonElement>? Rest { get; }
    }

    internal sealed record Forgotten
    {
        [JsonExtensionData, JsonInclude]
        public IDictionary<string, JsonElement>? Rest { get; internal set; }
    }

    internal sealed record Refuses
    {
        [JsonConverter(typeof(RefusingConverter))]
        public required string Id { get; init; }

        [JsonExtensionData, JsonInclude]
        public IDictionary<string, JsonElement>? Rest { get; internal set; }
    }

    internal sealed class RefusingConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new JsonException();
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Keeps))]
    [JsonSerializable(typeof(Loses))]
    [JsonSerializable(typeof(Refuses))]
    internal sealed partial class Context : JsonSerializerContext;
}
