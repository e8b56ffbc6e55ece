using System.Text;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Changes to a configuration file. Lines that they do not concern stay byte for byte.</summary>
internal sealed class ConfigEdit(ConfigFile file)
{
    private readonly Dictionary<int, (ConfigOption Option, string? Text)> _changes = [];
    private readonly OrderedDictionary<string, List<string>> _additions = new(StringComparer.Ordinal);

    /// <summary>Puts a value into a section, which need not exist: over the old one, else after the last option.</summary>
    /// <remarks>Once for each key.</remarks>
    public void Set(string section, string key, string value)
    {
        var text = $"{key} = {ConfigText.Escape(value)}";
        if (file.Find(section)?.Find(key) is { } option)
        {
            _changes[option.FirstLine] = (option, text);
            return;
        }

        if (!_additions.TryGetValue(section, out var texts))
        {
            _additions.Add(section, texts = []);
        }

        texts.Add(text);
    }

    /// <summary>Takes an option away with its lines.</summary>
    public void Remove(string section, string key)
    {
        if (file.Find(section)?.Find(key) is { } option)
        {
            _changes[option.FirstLine] = (option, null);
        }
    }

    /// <summary>The content of the changed file.</summary>
    public byte[] ToBytes()
    {
        var additions = _additions.Keys
            .Select(file.Find)
            .OfType<ConfigSection>()
            .ToDictionary(static section => section.LastLine);
        var ending = file.Lines.Count > 0 && ConfigText.EndingOf(file.Lines[0]) is { Length: > 0 } known ? known : Environment.NewLine;
        var content = new StringBuilder();
        var line = 0;
        while (line < file.Lines.Count)
        {
            var lastLine = line;
            if (_changes.TryGetValue(line, out var change))
            {
                lastLine = change.Option.LastLine;
                if (change.Text is not null)
                {
                    content.Append(IndentationOf(line)).Append(change.Text).Append(ConfigText.EndingOf(file.Lines[lastLine]));
                }
            }
            else
            {
                content.Append(file.Lines[line]);
            }

            if (additions.TryGetValue(lastLine, out var section))
            {
                // As far to the right as its neighbour, or what follows could become a part of its value.
                AppendLines(content, _additions[section.Name], IndentationOf(section.LastOptionLine), ending);
            }

            line = lastLine + 1;
        }

        foreach (var (section, texts) in _additions.Where(addition => file.Find(addition.Key) is null))
        {
            AppendLines(content, content.Length > 0 && !EndsWithBlankLine(content) ? ["", $"[{section}]"] : [$"[{section}]"], "", ending);
            AppendLines(content, [.. texts, ""], "", ending);
        }

        return Encoding.UTF8.GetBytes(content.ToString());
    }

    private static void AppendLines(StringBuilder content, IEnumerable<string> lines, string indentation, string ending)
    {
        if (content.Length > 0 && content[^1] is not ('\r' or '\n'))
        {
            content.Append(ending);
        }

        foreach (var line in lines)
        {
            content.Append(line.Length == 0 ? "" : indentation).Append(line).Append(ending);
        }
    }

    private bool EndsWithBlankLine(StringBuilder content) =>
        content[^1] is '\r' or '\n' && file.Lines.Count > 0 && ConfigText.Trim(file.Lines[^1]).IsEmpty;

    private string IndentationOf(int line) => file.Lines[line][..ConfigText.Indentation(file.Lines[line])];
}
