using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What to change of an access rule. What is left out stays as it is.</summary>
public sealed record AccessRuleUpdate
{
    /// <summary>What is allowed.</summary>
    public AccessPermissions? Permissions { get; init; }

    /// <summary>When it ends; <see langword="null"/> if it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<DateTimeOffset?>))]
    public Optional<DateTimeOffset?> ExpirationDate { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }
}
