using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>Until when the session of an identity is good enough for a group.</summary>
public sealed record GroupSessionTimeout : IKeepsNulls
{
    /// <summary>When it ends.</summary>
    [JsonConverter(typeof(GlobusDateTimeConverter))]
    public DateTimeOffset? ExpireTime { get; init; }

    /// <summary>How long that is from the moment of the answer.</summary>
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
