using System.Text.Json;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>The content of a token file, format 2.0 or 1.0, checked as far as any reader depends on it.</summary>
/// <remarks>
/// Records are looked at only when they are asked for, so that what is wrong in one namespace does not harm another one.
/// </remarks>
internal sealed class TokenFileDocument : IDisposable
{
    private readonly string _path;
    private readonly JsonDocument? _document;
    private readonly JsonElement _namespaces;

    private TokenFileDocument(string path) => _path = path;

    private TokenFileDocument(string path, JsonDocument document)
    {
        _path = path;
        _document = document;
        Root = document.RootElement;
        IsVersion1 = TokenFileFormat.CheckVersion(path, Root) == TokenFileFormat.Version1;
        _namespaces = TokenFileFormat.GetRecords(path, Root, IsVersion1);
    }

    /// <summary>The whole of the file; undefined when there is none.</summary>
    public JsonElement Root { get; }

    /// <summary>Says whether the file has the format of version 1.0, which knows but one namespace.</summary>
    public bool IsVersion1 { get; }

    /// <summary>The content of a file that does not exist.</summary>
    public static TokenFileDocument Missing(string path) => new(path);

    public static async ValueTask<TokenFileDocument> ParseAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(content, default, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            // Not as the inner exception: its message may quote the file.
            var position = $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
            throw TokenFileFaults.Malformed(
                path,
                content.Length == 0 ? "it is empty" : $"it is not complete, valid JSON ({position})",
                TokenFileFaults.RestoreOrDelete);
        }

        try
        {
            return new TokenFileDocument(path, document);
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <summary>Reads every record of a namespace.</summary>
    public Dictionary<string, TokenData> ReadAll(string tokenNamespace)
    {
        var records = new Dictionary<string, TokenData>(StringComparer.Ordinal);
        foreach (var (resourceServer, record) in GetRecords(tokenNamespace))
        {
            records.Add(resourceServer, ReadRecord(tokenNamespace, resourceServer, record));
        }

        return records;
    }

    /// <summary>Reads one record and looks at no other one.</summary>
    public TokenData? Read(string tokenNamespace, string resourceServer) =>
        TryGetNamespace(tokenNamespace, out var records) && records.TryGetProperty(resourceServer, out var record)
            ? ReadRecord(tokenNamespace, resourceServer, record)
            : null;

    /// <summary>The records of a namespace as they stand in the file.</summary>
    public OrderedDictionary<string, JsonElement> GetRecords(string tokenNamespace) =>
        TryGetNamespace(tokenNamespace, out var records) ? GetMembers(records) : [];

    /// <summary>The namespaces as they stand in the file.</summary>
    public OrderedDictionary<string, JsonElement> GetNamespaces() =>
        IsVersion1
            ? new OrderedDictionary<string, JsonElement> { [TokenFileFormat.DefaultNamespace] = _namespaces }
            : GetMembers(_namespaces);

    /// <summary>The members of an object in the file. Of two with one name the last one counts, as it does in Python.</summary>
    public OrderedDictionary<string, JsonElement> GetMembers(JsonElement element)
    {
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object)
        {
            return members;
        }

        try
        {
            foreach (var member in element.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }
        catch (InvalidOperationException)
        {
            throw TokenFileFaults.Malformed(_path, "the name of a member is not valid Unicode", TokenFileFaults.RestoreOrDelete);
        }

        return members;
    }

    public void Dispose() => _document?.Dispose();

    private bool TryGetNamespace(string tokenNamespace, out JsonElement records)
    {
        records = _namespaces;
        var isFound = IsVersion1
            ? tokenNamespace == TokenFileFormat.DefaultNamespace
            : _namespaces.ValueKind == JsonValueKind.Object && _namespaces.TryGetProperty(tokenNamespace, out records);
        return !isFound || records.ValueKind == JsonValueKind.Object
            ? isFound
            : throw TokenFileFaults.Malformed(
                _path, $"its namespace '{tokenNamespace}' is not an object", TokenFileFaults.RestoreOrDelete);
    }

    private TokenData ReadRecord(string tokenNamespace, string resourceServer, JsonElement record)
    {
        if (!TokenDataSerializer.TryRead(record, out var token, out var error))
        {
            throw MalformedRecord(tokenNamespace, resourceServer, error);
        }

        // A token must not be handed out, and sent, as the one of another service.
        return token.ResourceServer == resourceServer
            ? token
            : throw MalformedRecord(tokenNamespace, resourceServer, "its 'resource_server' is another one");
    }

    private TokenStorageException MalformedRecord(string tokenNamespace, string resourceServer, string error) =>
        TokenFileFaults.Malformed(
            _path,
            $"the record of '{resourceServer}' in the namespace '{tokenNamespace}' is unusable: {error}",
            "Remove that record from the file, or delete the file, and log in again.");
}
