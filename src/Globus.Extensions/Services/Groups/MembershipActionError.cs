using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups;

/// <summary>Why the service did not do an action to one identity.</summary>
public sealed record MembershipActionError : IKeepsNulls
{
    /// <summary>The identity.</summary>
    public IdentityId? IdentityId { get; init; }

    /// <summary>The code, for example <c>ALREADY_ACTIVE</c> or <c>NO_MEMBERSHIP</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The reason, for people.</summary>
    public string? Detail { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
