using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>What has to hold of a request, so that the service need not refuse it.</summary>
internal static class SubmissionRules
{
    /// <summary>Refuses what the service would refuse.</summary>
    /// <exception cref="ArgumentException">Something of the request would be refused.</exception>
    public static void Check(TransferRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ProblemOf(request) is { } problem)
        {
            throw new ArgumentException(problem, nameof(request));
        }
    }

    /// <summary>Refuses what the service would refuse.</summary>
    /// <exception cref="ArgumentException">Something of the request would be refused.</exception>
    public static void Check(DeleteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ProblemOf(request) is { } problem)
        {
            throw new ArgumentException(problem, nameof(request));
        }
    }

    private static string? ProblemOf(TransferRequest request) =>
        ProblemOfEndpoint(request.SourceEndpoint, nameof(request.SourceEndpoint))
        ?? ProblemOfEndpoint(request.DestinationEndpoint, nameof(request.DestinationEndpoint))
        ?? ProblemOfCommon(request.SubmissionId, request.Label, request.DataType, "transfer")
        ?? ProblemOfFields(request.Extra, TransferRequestJsonContext.Default.TransferRequest)
        ?? (request.SyncLevel is { Value: < 0 or > 3 } level ? $"{level.Value} is no sync level; the service knows 0 to 3." : null)
        ?? (request.FilterRules?.Any(static rule => string.IsNullOrEmpty(rule?.Name)) == true ? "A filter rule has no pattern of names." : null)
        ?? FirstProblem(request.Items, nameof(request.Items), ProblemOfItem);

    private static string? ProblemOf(DeleteRequest request) =>
        ProblemOfEndpoint(request.Endpoint, nameof(request.Endpoint))
        ?? ProblemOfCommon(request.SubmissionId, request.Label, request.DataType, "delete")
        ?? ProblemOfFields(request.Extra, TransferRequestJsonContext.Default.DeleteRequest)
        ?? FirstProblem(request.Paths, nameof(request.Paths), static path => ProblemOfPath(path, "path"));

    private static string? FirstProblem<T>(IReadOnlyList<T>? items, string name, Func<T, string?> problemOf)
    {
        if (items is not { Count: > 0 })
        {
            return $"{name} is empty: name at least one.";
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (problemOf(items[i]) is { } problem)
            {
                return $"Item {i} {problem}";
            }
        }

        return null;
    }

    private static string? ProblemOfItem(TransferItem item) =>
        ProblemOfPath(item.SourcePath, "source path")
        ?? ProblemOfPath(item.DestinationPath, "destination path")
        ?? (item.ExternalChecksum is not null && (item.Recursive == true || item.IsSymlink) ? "has a checksum, which only a file can have." : null)
        ?? (item.ChecksumAlgorithm is not null && item.ExternalChecksum is null ? "names an algorithm of a checksum, and has none." : null);

    private static string? ProblemOfPath(string? path, string what) =>
        string.IsNullOrEmpty(path) ? $"has no {what}."
        : path.Contains('\0', StringComparison.Ordinal) ? $"has a NUL character in its {what}."
        : null;

    private static string? ProblemOfEndpoint(EndpointId id, string name) => id.Value.Length == 0 ? $"{name} is empty." : null;

    private static string? ProblemOfCommon(SubmissionId? id, string? label, string dataType, string expected) =>
        TransferArguments.ProblemOfLabel(label)
        ?? (id is { Value.Length: 0 } ? "The submission id is empty. Leave it out, and the client gets one." : null)
        ?? (dataType != expected ? $"The request was read from a document of the kind '{dataType}' instead of '{expected}'." : null);

    private static string? ProblemOfFields(IDictionary<string, JsonElement>? fields, JsonTypeInfo request)
    {
        var taken = fields?.Keys.FirstOrDefault(name =>
            request.Properties.Any(property => !property.IsExtensionData && string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)));
        return taken is null ? null : $"'{taken}' cannot be an additional field. Use the property that is meant for it.";
    }
}
