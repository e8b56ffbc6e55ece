using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>A policy to create. What is left out is up to the service.</summary>
public sealed record PolicyCreation
{
    /// <summary>The project it belongs to.</summary>
    public required ProjectId ProjectId { get; init; }

    /// <summary>The name that is shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The description.</summary>
    public required string Description { get; init; }

    /// <summary>Whether the login has to be of high assurance: made in the same session. It cannot be changed later.</summary>
    public bool? HighAssurance { get; init; }

    /// <summary>How old the login may be, in whole seconds.</summary>
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? AuthenticationAssuranceTimeout { get; init; }

    /// <summary>Whether the login has to have a second factor.</summary>
    public bool? RequiredMfa { get; init; }

    /// <summary>The domains of which the login has to have one; <see langword="null"/> for any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<IReadOnlyList<string>>))]
    public Optional<IReadOnlyList<string>?> DomainConstraintsInclude { get; init; }

    /// <summary>The domains of which the login may have none; <see langword="null"/> for no such.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<IReadOnlyList<string>>))]
    public Optional<IReadOnlyList<string>?> DomainConstraintsExclude { get; init; }
}
