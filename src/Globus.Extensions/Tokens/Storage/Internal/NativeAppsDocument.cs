using System.Globalization;
using System.Text;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>The records in one section of the configuration file of fair_research_login.</summary>
/// <remarks>
/// A record is a group of options <c>{group}__{field}</c>. The group is made of the resource server's name, but the name itself is a
/// field. Options that are no field of a record are left alone.
/// </remarks>
internal sealed class NativeAppsDocument(TokenFileFaults faults, byte[]? content, string section)
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

    private readonly ConfigFile _file = ConfigFile.Parse(faults, content);

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

    /// <summary>The file with records added or replaced. Of two for one resource server the later one counts.</summary>
    /// <exception cref="TokenStorageException">The section holds a record that cannot be read, or a new one cannot be written.</exception>
    public ReadOnlyMemory<byte> Store(IEnumerable<TokenData> tokens)
    {
        _ = ReadAll();
        var records = new OrderedDictionary<string, TokenData>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            records[token.ResourceServer] = token;
        }

        var edit = new ConfigEdit(_file);
        var taken = Groups().Keys.ToHashSet(StringComparer.Ordinal);
        var groups = GroupsByResourceServer();
        foreach (var token in records.Values)
        {
            var group = groups[token.ResourceServer].LastOrDefault() ?? NewGroup(token.ResourceServer, taken);
            Set(TokenMemberNames.Scope, token.Scope);
            Set(TokenMemberNames.AccessToken, token.AccessToken);
            Set(TokenMemberNames.RefreshToken, token.RefreshToken ?? "");
            Set(TokenMemberNames.TokenType, token.TokenType ?? "");
            Set(TokenMemberNames.ExpiresAtSeconds, token.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            Set(TokenMemberNames.ResourceServer, token.ResourceServer);

            void Set(string field, string value)
            {
                ThrowIfUnstorable(field, value);
                edit.Set(section, group + Separator + field, value);
            }
        }

        return edit.ToBytes();
    }

    /// <summary>The file without a record; <see langword="null"/> if there is none.</summary>
    /// <exception cref="TokenStorageException">The section holds a record that cannot be read.</exception>
    public ReadOnlyMemory<byte>? Remove(string resourceServer)
    {
        if (!ReadAll().ContainsKey(resourceServer))
        {
            return null;
        }

        var edit = new ConfigEdit(_file);
        foreach (var group in GroupsByResourceServer()[resourceServer])
        {
            foreach (var field in Fields)
            {
                edit.Remove(section, group + Separator + field);
            }
        }

        return edit.ToBytes();
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
        foreach (var option in _file.Find(section)?.Options ?? [])
        {
            if (GroupOf(option.Key) is { } group)
            {
                groups.TryAdd(group, option.FirstLine);
            }
        }

        return groups;
    }

    private ILookup<string, string> GroupsByResourceServer() =>
        Groups().Keys.ToLookup(group => Get(group, TokenMemberNames.ResourceServer)!, StringComparer.Ordinal);

    private string? Get(string group, string field) => _file.GetValue(_file.Find(section)!, group + Separator + field);

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
        throw _file.Malformed(firstLine, $"begins a record of the section '{section}' that is unusable: {problem}", Remedy);

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

    private void ThrowIfUnstorable(string field, string value)
    {
        if (field is TokenMemberNames.ResourceServer or TokenMemberNames.AccessToken && value.Length == 0)
        {
            throw faults.Unstorable($"its '{field}' is empty, which stands for no value in this format");
        }

        if (ConfigText.FindTrouble(value) is { } trouble)
        {
            throw faults.Unstorable($"its '{field}' {trouble}, which this format cannot hold");
        }
    }

    // The name of an ordinary resource server gives the group that Python gives it. Python cannot read a group with two underscores in a
    // row, nor one that ends in an underscore, and takes two names that differ in dots or case for one.
    private static string NewGroup(string resourceServer, HashSet<string> taken)
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
        for (var number = 2; !taken.Add(group); number++)
        {
            group = string.Create(CultureInfo.InvariantCulture, $"{builder}-{number}");
        }

        return group;
    }
}
