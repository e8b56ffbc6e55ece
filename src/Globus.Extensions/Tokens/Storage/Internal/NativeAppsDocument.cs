using System.Globalization;
using System.Text;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>The records in one section of the configuration file of fair_research_login.</summary>
/// <remarks>
/// A record is a group of options <c>{group}__{field}</c>. The group is made of the resource server's name, but the name itself is a
/// field. Options that are no field of a record are left alone.
/// </remarks>
internal sealed class NativeAppsDocument
{
    private const string Separator = "__";
    private const string Remedy = "Remove that record from the file, and log in again.";

    private static readonly string[] Fields =
    [
        TokenMemberNames.Scope,
        TokenMemberNames.AccessToken,
        TokenMemberNames.RefreshToken,
        TokenMemberNames.TokenType,
        TokenMemberNames.ExpiresAtSeconds,
        TokenMemberNames.ResourceServer,
    ];

    private readonly TokenFileFaults _faults;
    private readonly string _section;
    private ConfigFile _file;

    public NativeAppsDocument(TokenFileFaults faults, byte[]? content, string section)
    {
        _faults = faults;
        _section = section;
        _file = ConfigFile.Parse(faults, content);
    }

    /// <summary>The records by resource server. Of two for one resource server the later one counts, as in Python.</summary>
    /// <exception cref="TokenStorageException">One of them cannot be read.</exception>
    public Dictionary<string, TokenData> ReadAll()
    {
        var records = new Dictionary<string, TokenData>(StringComparer.Ordinal);
        foreach (var (group, firstLine) in Groups())
        {
            var record = Read(group, firstLine);
            records[record.ResourceServer] = record;
        }

        return records;
    }

    /// <summary>Adds or replaces records.</summary>
    /// <exception cref="TokenStorageException">The section holds a record that cannot be read, or a new one cannot be written.</exception>
    public byte[] Store(IEnumerable<TokenData> tokens)
    {
        _ = ReadAll();
        foreach (var token in tokens)
        {
            var group = FindGroups(token.ResourceServer).LastOrDefault() ?? NewGroup(token.ResourceServer);
            Set(group, TokenMemberNames.Scope, token.Scope);
            Set(group, TokenMemberNames.AccessToken, token.AccessToken);
            Set(group, TokenMemberNames.RefreshToken, token.RefreshToken ?? "");
            Set(group, TokenMemberNames.TokenType, token.TokenType ?? "");
            Set(group, TokenMemberNames.ExpiresAtSeconds, token.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            Set(group, TokenMemberNames.ResourceServer, token.ResourceServer);
        }

        return _file.ToBytes();
    }

    /// <summary>Takes a record away; <see langword="null"/> if there is none.</summary>
    /// <exception cref="TokenStorageException">The section holds a record that cannot be read.</exception>
    public byte[]? Remove(string resourceServer)
    {
        if (!ReadAll().ContainsKey(resourceServer))
        {
            return null;
        }

        foreach (var group in FindGroups(resourceServer))
        {
            foreach (var field in Fields)
            {
                _file.RemoveValue(_section, group + Separator + field);
                _file = _file.Reread();
            }
        }

        return _file.ToBytes();
    }

    private static string? GroupOf(string key)
    {
        foreach (var field in Fields)
        {
            if (key.EndsWith(field, StringComparison.Ordinal) && key.AsSpan(0, key.Length - field.Length).EndsWith(Separator))
            {
                return key[..^(field.Length + Separator.Length)];
            }
        }

        return null;
    }

    private OrderedDictionary<string, int> Groups()
    {
        var groups = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var option in _file.Find(_section)?.Options ?? [])
        {
            if (GroupOf(option.Key) is { } group)
            {
                groups.TryAdd(group, option.FirstLine);
            }
        }

        return groups;
    }

    private string[] FindGroups(string resourceServer) =>
        [.. Groups().Keys.Where(group => Get(group, TokenMemberNames.ResourceServer) == resourceServer)];

    private string? Get(string group, string field) => _file.GetValue(_file.Find(_section)!, group + Separator + field);

    private TokenData Read(string group, int firstLine)
    {
        var resourceServer = Get(group, TokenMemberNames.ResourceServer);
        var scope = Get(group, TokenMemberNames.Scope);
        var accessToken = Get(group, TokenMemberNames.AccessToken);
        var problem =
            string.IsNullOrEmpty(resourceServer) ? Missing(TokenMemberNames.ResourceServer)
            : scope is null ? Missing(TokenMemberNames.Scope)
            : string.IsNullOrEmpty(accessToken) ? Missing(TokenMemberNames.AccessToken)
            : null;
        if (problem is null && TryGetExpiry(group, out var expiresAt))
        {
            return new TokenData
            {
                ResourceServer = resourceServer!,
                Scope = scope!,
                AccessToken = accessToken!,
                RefreshToken = Get(group, TokenMemberNames.RefreshToken) is { Length: > 0 } refreshToken ? refreshToken : null,
                ExpiresAt = expiresAt,
                TokenType = Get(group, TokenMemberNames.TokenType) is { Length: > 0 } tokenType ? tokenType : null,
            };
        }

        problem ??= $"its '{group}{Separator}{TokenMemberNames.ExpiresAtSeconds}' is missing or not a whole number of seconds within the calendar";
        throw _file.Malformed(firstLine, $"begins a record of the section '{_section}' that is unusable: {problem}", Remedy);

        string Missing(string field) => $"its '{group}{Separator}{field}' is missing or empty";
    }

    private bool TryGetExpiry(string group, out DateTimeOffset expiresAt)
    {
        var isNumber = long.TryParse(Get(group, TokenMemberNames.ExpiresAtSeconds), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        expiresAt = isNumber ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return isNumber;
    }

    private void Set(string group, string field, string value)
    {
        if (field is TokenMemberNames.ResourceServer or TokenMemberNames.AccessToken && value.Length == 0)
        {
            throw _faults.Unstorable($"its '{field}' is empty, which stands for no value in this format");
        }

        if (ConfigText.FindTrouble(value) is { } trouble)
        {
            throw _faults.Unstorable($"its '{field}' {trouble}, which this format cannot hold");
        }

        _file.SetValue(_section, group + Separator + field, value);
        _file = _file.Reread();
    }

    // The name of an ordinary resource server gives the group that Python gives it. Python cannot read a group with two underscores in a
    // row, nor one that ends in an underscore, and takes two names that differ in dots or case for one.
    private string NewGroup(string resourceServer)
    {
        var builder = new StringBuilder(resourceServer.Length);
        foreach (var character in resourceServer.Replace('.', '_').ToLowerInvariant())
        {
            var isUnderscoreAgain = character == '_' && builder.Length > 0 && builder[^1] == '_';
            builder.Append((char.IsAsciiLetterOrDigit(character) || character == '_') && !isUnderscoreAgain ? character : '-');
        }

        if (builder.Length == 0 || builder[^1] == '_')
        {
            builder.Append('-');
        }

        var group = builder.ToString();
        var taken = Groups();
        for (var number = 2; taken.ContainsKey(group); number++)
        {
            group = string.Create(CultureInfo.InvariantCulture, $"{builder}-{number}");
        }

        return group;
    }
}
