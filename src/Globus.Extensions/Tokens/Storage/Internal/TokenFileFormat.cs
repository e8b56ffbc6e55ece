using System.Text.Json;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>The frame of a token file: which versions there are, and what makes a file one of them.</summary>
internal static class TokenFileFormat
{
    public const string DefaultNamespace = "DEFAULT";
    public const string Version1 = "1.0";
    public const string Version2 = "2.0";

    /// <summary>Version 2.0 with protected namespaces, each a string in place of its object. The reference refuses it as unknown.</summary>
    public const string ProtectedVersion = "globus-extensions-protected-1.0";

    public const string DataMember = "data";
    public const string Version1DataMember = "by_rs";
    public const string VersionMember = "format_version";
    public const string WriterMember = "globus-sdk.version";

    /// <summary>The version of the reference that wrote files like ours; it refuses a file that names none.</summary>
    public const string WriterVersion = "4.9.0";

    /// <summary>The version of the file, after checks of what stands beside it.</summary>
    /// <exception cref="TokenStorageException">The file is of no version that can be read.</exception>
    public static string CheckVersion(TokenFileFaults faults, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw faults.Malformed("it holds JSON, but not an object", TokenFileFaults.PointElsewhere);
        }

        if (!root.TryGetProperty(VersionMember, out var version))
        {
            throw faults.Malformed(
                $"it is not a token file, as it has no '{VersionMember}'", TokenFileFaults.PointElsewhere);
        }

        if (version.ValueKind != JsonValueKind.String)
        {
            throw faults.Malformed(
                $"it is not a token file, as its '{VersionMember}' is not a string", TokenFileFaults.PointElsewhere);
        }

        return version.ValueEquals(Version2) ? Version2
            : version.ValueEquals(Version1) ? Version1
            : version.ValueEquals(ProtectedVersion) ? ProtectedVersion
            : throw faults.Malformed(
                $"its format is not known, as its '{VersionMember}' is neither {Version1} nor {Version2}",
                "A newer program may have written it: update this one, or point it to another file.");
    }

    /// <summary>The object that holds the records: by namespace, or in version 1.0 by resource server.</summary>
    /// <exception cref="TokenStorageException">It is missing, or not an object, or no writer is named.</exception>
    public static JsonElement GetRecords(TokenFileFaults faults, JsonElement root, bool isVersion1)
    {
        var name = isVersion1 ? Version1DataMember : DataMember;
        if (!root.TryGetProperty(name, out var data) || data.ValueKind != JsonValueKind.Object)
        {
            throw faults.Malformed($"its '{name}' is missing or not an object", TokenFileFaults.RestoreOrDelete);
        }

        return isVersion1 || HasWriter(root)
            ? data
            : throw faults.Malformed(
                $"its '{WriterMember}' is missing or not a string", TokenFileFaults.RestoreOrDelete);
    }

    /// <summary>Says whether the file names the version of the program that wrote it.</summary>
    public static bool HasWriter(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty(WriterMember, out var writer)
        && writer.ValueKind == JsonValueKind.String;
}
