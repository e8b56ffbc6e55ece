using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Leaves what it names out of a recursive transfer, or keeps it from being left out by a later rule.</summary>
internal sealed record FilterRule(string Method, string Name, string? Type)
{
    public const string Include = "include";
    public const string Exclude = "exclude";
    public const string File = "file";
    public const string Folder = "dir";

    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "filter_rule";

    /// <summary>Whether something found in a folder is left out: the first rule that names it decides, and without one it is not.</summary>
    public static bool Excludes(IReadOnlyList<FilterRule>? rules, string name, bool isFolder)
    {
        foreach (var rule in rules ?? [])
        {
            if ((rule.Type is null || rule.Type == (isFolder ? Folder : File)) && NamePattern.IsMatch(rule.Name, name))
            {
                return rule.Method == Exclude;
            }
        }

        return false;
    }
}
