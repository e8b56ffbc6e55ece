namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>One section of a configuration file.</summary>
/// <param name="name">Its name, or <c>DEFAULT</c>, whose options all sections have.</param>
/// <param name="headerLine">The index of the line with its name.</param>
internal sealed class ConfigSection(string name, int headerLine)
{
    /// <summary>The section whose options count in all other ones.</summary>
    public const string DefaultName = "DEFAULT";

    private readonly OrderedDictionary<string, ConfigOption> _options = new(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>The options, as they stand in the file.</summary>
    public IEnumerable<ConfigOption> Options => _options.Values;

    /// <summary>The index of the last line that says something.</summary>
    public int LastLine { get; private set; } = headerLine;

    /// <summary>The index of the line of the last option, or of the header: as far to the right as this one a further option has to stand.</summary>
    public int LastOptionLine { get; private set; } = headerLine;

    public ConfigOption? Find(string key) => _options.GetValueOrDefault(key);

    public bool TryAdd(ConfigOption option)
    {
        LastLine = LastOptionLine = option.FirstLine;
        return _options.TryAdd(option.Key, option);
    }

    /// <summary>The section goes on up to here.</summary>
    public void ExtendTo(int line) => LastLine = line;
}
