using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>A policy of a project: how people have to have logged in. A service asks for it with <c>session_required_policies</c>.</summary>
public sealed record AuthenticationPolicy
{
    /// <summary>The id; empty if the service leaves it out of an answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PolicyId Id { get; init; }

    /// <summary>The project it belongs to.</summary>
    public ProjectId? ProjectId { get; init; }

    /// <summary>The name that is shown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the login has to be of high assurance: made in the same session.</summary>
    public bool? HighAssurance { get; init; }

    /// <summary>How old the login may be.</summary>
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? AuthenticationAssuranceTimeout { get; init; }

    /// <summary>Whether the login has to have a second factor.</summary>
    public bool? RequiredMfa { get; init; }

    /// <summary>The domains of which the login has to have one; <see langword="null"/> for any.</summary>
    public IReadOnlyList<string>? DomainConstraintsInclude { get; init; }

    /// <summary>The domains of which the login may have none; <see langword="null"/> for no such.</summary>
    public IReadOnlyList<string>? DomainConstraintsExclude { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
