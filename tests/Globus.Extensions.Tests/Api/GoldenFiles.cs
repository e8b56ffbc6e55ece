namespace Globus.Extensions.Tests.Api;

/// <summary>The text files in a folder, compared with what they should hold, or rewritten.</summary>
internal sealed class GoldenFiles(string folder)
{
    /// <summary>What differs, file by file; empty when nothing does.</summary>
    public IReadOnlyList<string> Compare(IReadOnlyDictionary<string, string> wanted)
    {
        var present = Read();
        return [.. present.Keys.Union(wanted.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(Differences)];

        IEnumerable<string> Differences(string name)
        {
            if (!wanted.TryGetValue(name, out var after))
            {
                return [$"{name}: a file without a namespace; delete it"];
            }

            var lines = LineDiff.Between(present.GetValueOrDefault(name, ""), after);
            return lines.Count == 0 ? [] : [present.ContainsKey(name) ? $"{name}:" : $"{name}: new", .. lines.Select(static line => "  " + line)];
        }
    }

    /// <summary>Makes the folder hold exactly these files.</summary>
    public void Rewrite(IReadOnlyDictionary<string, string> wanted)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in Read().Keys.Except(wanted.Keys, StringComparer.Ordinal))
        {
            File.Delete(Path.Combine(folder, name));
        }

        foreach (var (name, text) in wanted)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    private Dictionary<string, string> Read() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.txt").ToDictionary(
            static path => Path.GetFileName(path),
            static path => File.ReadAllText(path).ReplaceLineEndings("\n"),
            StringComparer.Ordinal)
        : [];
}
