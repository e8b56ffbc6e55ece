using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>A list as Transfer sends it, with what its ways of paging need.</summary>
internal sealed record TransferList<T>
{
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    [JsonPropertyName("DATA")]
    public IReadOnlyList<T>? Data { get; init; }

    /// <summary>The items of the one list that names them otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<T>? SharedEndpoints { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }

    /// <summary>A flag, also as a text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? HasNextPage { get; init; }

    /// <summary>A text, or a number: it goes back as it came.</summary>
    public JsonElement? LastKey { get; init; }

    /// <inheritdoc cref="LastKey"/>
    public JsonElement? NextToken { get; init; }

    /// <inheritdoc cref="LastKey"/>
    public JsonElement? NextMarker { get; init; }

    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>The items. A null among them is none.</summary>
    [JsonIgnore]
    public IReadOnlyList<T>? Items => Sent is { } sent && sent.Any(static item => item is null) ? [.. sent.Where(static item => item is not null)] : Sent;

    /// <summary>How many items were sent.</summary>
    [JsonIgnore]
    public int Count => Sent?.Count ?? 0;

    /// <summary>Whether the service says that there is another page.</summary>
    /// <exception cref="JsonException">It is said in no way that is known: rather than lose what may come.</exception>
    [JsonIgnore]
    public bool SaysThereIsMore => HasNextPage switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.String } text when bool.TryParse(text.GetString(), out var says) => says,
        _ => throw new JsonException($"has_next_page is neither true nor false, but '{HasNextPage}'."),
    };

    private IReadOnlyList<T>? Sent => Data ?? SharedEndpoints;
}
