using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups;

/// <summary>What to change of a group. What is left out stays as it is.</summary>
public sealed record GroupUpdate
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The description; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Description { get; init; }

    /// <summary>What members agree to; <see langword="null"/> for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> TermsAndConditions { get; init; }

    /// <summary>The subscription whose administrators vouch for the group. An admin of the group may take it away, by <see langword="null"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<SubscriptionId?>))]
    public Optional<SubscriptionId?> SubscriptionAdminVerifiedId { get; init; }
}
