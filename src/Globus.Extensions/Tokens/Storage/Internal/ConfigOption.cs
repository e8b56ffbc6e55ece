namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>One option of a configuration file, and the lines it takes up.</summary>
internal sealed class ConfigOption
{
    private readonly List<string> _values = [];
    private int _pendingBlanks;

    public ConfigOption(string key, int line, string value)
    {
        Key = key;
        FirstLine = line;
        LastLine = line;
        _values.Add(value);
    }

    /// <summary>The name, lower-cased as in Python.</summary>
    public string Key { get; }

    /// <summary>The index of its line.</summary>
    public int FirstLine { get; }

    /// <summary>The index of the last line that continues it.</summary>
    public int LastLine { get; private set; }

    /// <summary>The value as it is written, its lines joined.</summary>
    public string RawValue => string.Join('\n', _values);

    /// <summary>A blank line; it belongs to the value if a continuation follows.</summary>
    public void AddBlank() => _pendingBlanks++;

    /// <summary>A line that is indented more than the option's.</summary>
    public void Continue(int line, string value)
    {
        for (; _pendingBlanks > 0; _pendingBlanks--)
        {
            _values.Add("");
        }

        _values.Add(value);
        LastLine = line;
    }
}
