using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What to delete on a collection, and how. Symbolic links are deleted, never followed.</summary>
public sealed record DeleteRequest
{
    /// <summary>
    /// The id under which the request is submitted, which makes one task of all sendings, even of several processes. Set by
    /// <see cref="TransferClient.PrepareAsync(DeleteRequest, CancellationToken)"/>. Default: the client gets one when it submits, and it stands here until
    /// the request is accepted.
    /// </summary>
    /// <remarks>
    /// A copy that says something else needs another id, or none: the service tells requests apart by their ids alone. An id that was not set does not
    /// go along into a copy.
    /// </remarks>
    public SubmissionId? SubmissionId { get => field ?? PendingSubmission.FindId(this); init; }

    /// <summary>The collection.</summary>
    public required EndpointId Endpoint { get; init; }

    /// <summary>What to delete; at least one path. The list is read while it is sent, and must not change meanwhile.</summary>
    [JsonPropertyName("DATA")]
    [JsonConverter(typeof(DeletePathsConverter))]
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>A name for the task, of at most 128 characters. Default: none.</summary>
    public string? Label { get; init; }

    /// <summary>When the task is cancelled if it has not ended. Default: the service's, about a day after the submission.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Whether the owner gets an e-mail when the task succeeds. Default: the service's, yes.</summary>
    public bool? NotifyOnSucceeded { get; init; }

    /// <summary>Whether the owner gets an e-mail when the task fails. Default: the service's, yes.</summary>
    public bool? NotifyOnFailed { get; init; }

    /// <summary>Whether the owner gets an e-mail when the task is suspended. Default: the service's, yes.</summary>
    public bool? NotifyOnInactive { get; init; }

    /// <summary>Whether the task shows the folder that holds all items. Default: the service's, no.</summary>
    public bool? StoreBasePathInfo { get; init; }

    /// <summary>Whether directories are deleted, with all that is in them. Default: the service's, no.</summary>
    public bool? Recursive { get; init; }

    /// <summary>Whether a path that is not there is no error. Default: the service's, no.</summary>
    public bool? IgnoreMissing { get; init; }

    /// <summary>
    /// Whether <c>*</c>, <c>?</c> and <c>[]</c> in the last part of a path stand for names, unless a backslash is before them. Default: the service's, no.
    /// </summary>
    public bool? InterpretGlobs { get; init; }

    /// <summary>The local user. Mapped collections only. Default: the one that the caller is mapped to.</summary>
    public string? LocalUser { get; init; }

    [JsonInclude, JsonPropertyName("DATA_TYPE"), JsonPropertyOrder(-1)]
    internal string DataType { get; set; } = "delete";

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get => AdditionalMembers.ToObject(Extra); init => Extra = AdditionalMembers.ToElements(value); }

    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>Reads a request that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON, as the service takes it.</param>
    /// <returns>The request, with its submission id if it had one.</returns>
    /// <exception cref="JsonException">It is no such request.</exception>
    public static DeleteRequest FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, TransferRequestJsonContext.Default.DeleteRequest) ?? throw new JsonException("The request is null.");
    }

    /// <summary>
    /// Writes the request as the service takes it, to be kept until it is known to be submitted: whoever reads it again and submits it, after
    /// a crash as well, gets the task of the first submission if there was one. For that it must have its <see cref="SubmissionId"/>: it has if it was
    /// prepared, or if its submission failed.
    /// </summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, TransferRequestJsonContext.Default.DeleteRequest);
}
