using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What to change of a task that has not ended. What is left out stays as it is.</summary>
public sealed record TaskUpdate
{
    /// <summary>Its label, of at most 128 characters; <see langword="null"/> takes it away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Label { get; init; }

    /// <summary>When it is cancelled if it has not ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<DateTimeOffset>))]
    public Optional<DateTimeOffset> Deadline { get; init; }

    [JsonInclude, JsonPropertyName("DATA_TYPE"), JsonPropertyOrder(-1)]
    internal string DataType { get; init; } = "task";
}
