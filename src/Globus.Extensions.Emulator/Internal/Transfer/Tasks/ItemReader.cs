using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Reads the items of a submission and says of the first bad one what is wrong with it.</summary>
internal static class ItemReader
{
    public static List<TaskItem> ReadTransfers(JsonElement data, out string? problem) => Read(data, ReadTransfer, out problem);

    public static List<TaskItem> ReadDeletes(JsonElement data, out string? problem) => Read(data, ReadDelete, out problem);

    private static List<TaskItem> Read(JsonElement data, Func<JsonElement, (TaskItem? Item, string? Problem)> read, out string? problem)
    {
        problem = null;
        var items = new List<TaskItem>(data.GetArrayLength());
        foreach (var element in data.EnumerateArray())
        {
            var (item, found) = element.ValueKind == JsonValueKind.Object ? read(element) : (null, "It is no object.");
            if (item is null)
            {
                problem = $"Item {items.Count} of DATA is not valid: {found}";
                break;
            }

            items.Add(item);
        }

        return items;
    }

    private static (TaskItem? Item, string? Problem) ReadTransfer(JsonElement element)
    {
        var type = Text(element, "DATA_TYPE", "transfer_item");
        var (checksum, algorithm) = (Text(element, "external_checksum", null), Text(element, "checksum_algorithm", null));
        var recursive = Flag(element, "recursive", out var isFlag);
        var problem = type is not ("transfer_item" or "transfer_symlink_item") ? "DATA_TYPE must be transfer_item."
            : !isFlag ? "recursive must be true, false or null."
            : recursive == true && checksum is not null ? "external_checksum is not for directories."
            : algorithm is not null && !Checksums.IsKnown(algorithm) ? $"checksum_algorithm '{algorithm}' is not known."
            : PathProblem(element, "source_path") ?? PathProblem(element, "destination_path");
        return problem is not null ? (null, problem) : (new TaskItem(Path(element, "source_path"), Path(element, "destination_path"))
        {
            Recursive = recursive,
            ExternalChecksum = checksum,
            ChecksumAlgorithm = algorithm,
            IsSymlink = type == "transfer_symlink_item",
        }, null);
    }

    private static (TaskItem? Item, string? Problem) ReadDelete(JsonElement element)
    {
        var problem = Text(element, "DATA_TYPE", "delete_item") == "delete_item" ? PathProblem(element, "path") : "DATA_TYPE must be delete_item.";
        return problem is not null ? (null, problem) : (new TaskItem(Path(element, "path"), ""), null);
    }

    private static string Path(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string? PathProblem(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String ? $"{name} is missing."
        : CollectionPath.TryParse(value.GetString()!, out _, out var problem) ? null
        : $"{name}: {problem}";

    private static string? Text(JsonElement element, string name, string? byDefault) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : byDefault;

    private static bool? Flag(JsonElement element, string name, out bool isFlag)
    {
        var kind = element.TryGetProperty(name, out var value) ? value.ValueKind : JsonValueKind.Null;
        isFlag = kind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null;
        return kind is JsonValueKind.True or JsonValueKind.False ? kind == JsonValueKind.True : null;
    }
}
