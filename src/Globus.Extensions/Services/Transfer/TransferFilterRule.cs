using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>
/// A rule about the entries of folders that a transfer copies. The first rule that fits the name of an entry decides; an entry that none fits is
/// copied. What is in a folder that was left out is left out, too, whatever later rules say.
/// </summary>
public sealed record TransferFilterRule
{
    /// <summary>The kind of the document.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; } = "filter_rule";

    /// <summary>Whether entries that fit are left out or taken.</summary>
    public required FilterMethod Method { get; init; }

    /// <summary>The pattern of names: <c>*</c> stands for any text, <c>?</c> for one character, <c>[abc]</c> and <c>[!abc]</c> for one of or none of these.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is about files or directories. Default: both.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FilterType? Type { get; init; }

    /// <summary>The members of the rule that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>Leaves out what fits.</summary>
    /// <param name="name">The pattern of names.</param>
    /// <param name="type">Files or directories. Default: both.</param>
    /// <returns>The rule.</returns>
    public static TransferFilterRule Exclude(string name, FilterType? type = null) => new() { Method = FilterMethod.Exclude, Name = name, Type = type };

    /// <summary>Takes what fits, ahead of a later rule that would leave it out.</summary>
    /// <param name="name">The pattern of names.</param>
    /// <param name="type">Files or directories. Default: both.</param>
    /// <returns>The rule.</returns>
    public static TransferFilterRule Include(string name, FilterType? type = null) => new() { Method = FilterMethod.Include, Name = name, Type = type };
}
