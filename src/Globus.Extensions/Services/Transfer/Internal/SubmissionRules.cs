using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>What has to hold of a request, so that the service need not refuse it.</summary>
internal static class SubmissionRules
{
    /// <exception cref="ArgumentException">Something of it would be refused.</exception>
    public static void Check(TransferRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckEndpoint(request.SourceEndpoint, nameof(request.SourceEndpoint));
        CheckEndpoint(request.DestinationEndpoint, nameof(request.DestinationEndpoint));
        CheckCommon(request.SubmissionId, request.Label, request.DataType, "transfer");
        CheckAdditionalFields(request.Extra, TransferRequestJsonContext.Default.TransferRequest);
        if (request.SyncLevel is { Value: < 0 or > 3 } level)
        {
            throw new ArgumentException($"{level.Value} is no sync level; the service knows 0 to 3.", nameof(request));
        }

        foreach (var rule in request.FilterRules ?? [])
        {
            if (string.IsNullOrEmpty(rule?.Name))
            {
                throw new ArgumentException("A filter rule has no pattern of names.", nameof(request));
            }
        }

        CheckCount(request.Items, nameof(request.Items));
        for (var i = 0; i < request.Items.Count; i++)
        {
            CheckItem(request.Items[i], i);
        }
    }

    /// <exception cref="ArgumentException">Something of it would be refused.</exception>
    public static void Check(DeleteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckEndpoint(request.Endpoint, nameof(request.Endpoint));
        CheckCommon(request.SubmissionId, request.Label, request.DataType, "delete");
        CheckAdditionalFields(request.Extra, TransferRequestJsonContext.Default.DeleteRequest);
        CheckCount(request.Paths, nameof(request.Paths));
        for (var i = 0; i < request.Paths.Count; i++)
        {
            CheckPath(request.Paths[i], i, "path");
        }
    }

    private static void CheckItem(in TransferItem item, int index)
    {
        CheckPath(item.SourcePath, index, "source path");
        CheckPath(item.DestinationPath, index, "destination path");
        if (item.ExternalChecksum is not null && (item.Recursive == true || item.IsSymlink))
        {
            throw new ArgumentException($"Item {index} has a checksum, which only a file can have.", nameof(item));
        }

        if (item.ChecksumAlgorithm is not null && item.ExternalChecksum is null)
        {
            throw new ArgumentException($"Item {index} names an algorithm of a checksum, and has none.", nameof(item));
        }
    }

    private static void CheckPath(string? path, int index, string what)
    {
        if (string.IsNullOrEmpty(path))
        {
            throw new ArgumentException($"Item {index} has no {what}.", "request");
        }

        TransferArguments.Path(path, "request");
    }

    private static void CheckCount<T>(IReadOnlyList<T>? items, string name)
    {
        if (items is not { Count: > 0 })
        {
            throw new ArgumentException($"{name} is empty: name at least one.", "request");
        }
    }

    private static void CheckEndpoint(EndpointId id, string name)
    {
        if (id.Value.Length == 0)
        {
            throw new ArgumentException($"{name} is empty.", "request");
        }
    }

    private static void CheckCommon(SubmissionId? id, string? label, string dataType, string expected)
    {
        TransferArguments.Label(label, "request");
        if (id is { Value.Length: 0 })
        {
            throw new ArgumentException("The submission id is empty. Leave it out, and the client gets one.", "request");
        }

        if (dataType != expected)
        {
            throw new ArgumentException($"The request was read from a document of the kind '{dataType}' instead of '{expected}'.", "request");
        }
    }

    private static void CheckAdditionalFields(IDictionary<string, JsonElement>? fields, JsonTypeInfo request)
    {
        foreach (var name in fields?.Keys ?? [])
        {
            if (request.Properties.Any(property => !property.IsExtensionData && string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new ArgumentException($"'{name}' cannot be an additional field. Use the property that is meant for it.", "request");
            }
        }
    }
}
