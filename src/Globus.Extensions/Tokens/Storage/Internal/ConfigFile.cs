using System.Text;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>A configuration file as Python's <c>configparser</c> reads it, with its defaults, and each line as it stands.</summary>
/// <remarks>
/// What Python refuses is refused here: a file that Python cannot read serves none of its programs, and to change it would hide that.
/// </remarks>
internal sealed class ConfigFile
{
    private const string Remedy = "Mend that line, or move the file away and log in again.";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly TokenFileFaults _faults;
    private readonly List<string> _lines;
    private readonly Dictionary<string, ConfigSection> _sections = new(StringComparer.Ordinal);
    private ConfigSection? _section;
    private ConfigOption? _option;
    private int _indentation;

    private ConfigFile(TokenFileFaults faults, List<string> lines)
    {
        _faults = faults;
        _lines = lines;
        for (var index = 0; index < lines.Count; index++)
        {
            ReadLine(index, lines[index].AsSpan().TrimEnd("\r\n"));
        }
    }

    /// <summary>Reads a file; <see langword="null"/> stands for one that does not exist.</summary>
    /// <exception cref="TokenStorageException">Python could not read the file.</exception>
    public static ConfigFile Parse(TokenFileFaults faults, byte[]? content)
    {
        try
        {
            return new ConfigFile(faults, content is null ? [] : ConfigText.SplitLines(Utf8.GetString(content)));
        }
        catch (DecoderFallbackException)
        {
            throw faults.Malformed("it is not UTF-8 text", TokenFileFaults.RestoreOrDelete);
        }
    }

    /// <summary>The lines as they stand, each with its ending.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public ConfigSection? Find(string section) => _sections.GetValueOrDefault(section);

    /// <summary>The value of an option: the section's own, else that of <c>DEFAULT</c>; <see langword="null"/> if there is none.</summary>
    /// <exception cref="TokenStorageException">The value refers to another one.</exception>
    public string? GetValue(ConfigSection section, string key) =>
        (section.Find(key) ?? Find(ConfigSection.DefaultName)?.Find(key)) is not { } option ? null
        : ConfigText.TryUnescape(option.RawValue, out var value) ? value
        : throw Malformed(option.FirstLine, $"the value of '{key}' has a single '%'; a percent sign is written as '%%'", Remedy);

    /// <summary>The exception for something in this line.</summary>
    public TokenStorageException Malformed(int line, string problem, string remedy) => _faults.Malformed($"in line {line + 1} {problem}", remedy);

    private void ReadLine(int index, ReadOnlySpan<char> line)
    {
        var text = ConfigText.Trim(index == 0 && line.StartsWith("\uFEFF") ? line[1..] : line);
        if (text.IsEmpty)
        {
            _option?.AddBlank();
            return;
        }

        if (text[0] is '#' or ';')
        {
            return;
        }

        var indentation = ConfigText.Indentation(line);
        if (_option is not null && indentation > _indentation)
        {
            _option.Continue(index, text.ToString());
            _section!.ExtendTo(index);
            return;
        }

        _indentation = indentation;
        if (text[0] == '[' && text.LastIndexOf(']') is > 1 and var end)
        {
            ReadHeader(index, text[1..end].ToString());
        }
        else
        {
            ReadOption(index, text);
        }
    }

    private void ReadHeader(int index, string name)
    {
        var section = new ConfigSection(name, index);
        if (!_sections.TryAdd(name, section))
        {
            section = name == ConfigSection.DefaultName
                ? _sections[name]
                : throw Malformed(index, $"the section '{name}' begins a second time", Remedy);
        }

        _section = section;
        _option = null;
    }

    private void ReadOption(int index, ReadOnlySpan<char> text)
    {
        if (_section is null)
        {
            throw Malformed(index, "there is something that belongs to no section", Remedy);
        }

        var delimiter = text.IndexOfAny('=', ':');
        var key = delimiter < 0 ? "" : ConfigText.TrimEnd(text[..delimiter]).ToString().ToLowerInvariant();
        if (key.Length == 0)
        {
            // Neither quoted: it may be a token that lost its name.
            throw Malformed(index, "there is neither a section nor an option", Remedy);
        }

        _option = new ConfigOption(key, index, ConfigText.Trim(text[(delimiter + 1)..]).ToString());
        if (!_section.TryAdd(_option))
        {
            throw Malformed(index, $"the option '{key}' of the section '{_section.Name}' stands a second time", Remedy);
        }
    }
}
