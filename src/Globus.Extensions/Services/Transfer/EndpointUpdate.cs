using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What to change of an endpoint or collection. What is left out stays as it is.</summary>
public sealed record EndpointUpdate
{
    /// <summary>The name that people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The description; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Description { get; init; }

    /// <summary>The organization that runs it; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Organization { get; init; }

    /// <summary>The department that runs it; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Department { get; init; }

    /// <summary>Words to find it by, with commas between them; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Keywords { get; init; }

    /// <summary>The e-mail address for questions about it; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> ContactEmail { get; init; }

    /// <summary>Other ways to ask about it; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> ContactInfo { get; init; }

    /// <summary>A link to more about it; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> InfoLink { get; init; }

    /// <summary>What its users are told; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> UserMessage { get; init; }

    /// <summary>A link that belongs to the message; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> UserMessageLink { get; init; }

    /// <summary>Whether others can find it.</summary>
    public bool? Public { get; init; }

    /// <summary>Whether all its transfers are encrypted.</summary>
    public bool? ForceEncryption { get; init; }

    /// <summary>Whether all its transfers are verified by checksums.</summary>
    public bool? ForceVerify { get; init; }

    /// <summary>Whether none of its transfers can be verified by checksums.</summary>
    public bool? DisableVerify { get; init; }

    /// <summary>The directory where listings begin; <see langword="null"/> for the service's own choice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> DefaultDirectory { get; init; }

    /// <summary>Where it is: two numbers, latitude and longitude, or <c>Automatic</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Location { get; init; }

    /// <summary>How much of the network its transfers take.</summary>
    public NetworkUse? NetworkUse { get; init; }

    /// <summary>With <see cref="NetworkUse.Custom"/>: the most files at once.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>With <see cref="NetworkUse.Custom"/>: the files at once.</summary>
    public int? PreferredConcurrency { get; init; }

    /// <summary>With <see cref="NetworkUse.Custom"/>: the most streams for one file.</summary>
    public int? MaxParallelism { get; init; }

    /// <summary>With <see cref="NetworkUse.Custom"/>: the streams for one file.</summary>
    public int? PreferredParallelism { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">A number is not positive.</exception>
    internal void Check(string parameterName)
    {
        TransferArguments.CheckPositive(MaxConcurrency, nameof(MaxConcurrency), parameterName);
        TransferArguments.CheckPositive(PreferredConcurrency, nameof(PreferredConcurrency), parameterName);
        TransferArguments.CheckPositive(MaxParallelism, nameof(MaxParallelism), parameterName);
        TransferArguments.CheckPositive(PreferredParallelism, nameof(PreferredParallelism), parameterName);
    }
}
