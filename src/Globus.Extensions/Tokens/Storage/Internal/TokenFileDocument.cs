using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>The content of a token file, format 2.0, 1.0 or protected, checked as far as any reader depends on it.</summary>
/// <remarks>
/// Records are looked at only when they are asked for, so that what is wrong in one namespace does not harm another one.
/// </remarks>
internal sealed class TokenFileDocument : IDisposable
{
    private readonly TokenFileFaults _faults;
    private readonly JsonDocument? _document;
    private readonly JsonElement _namespaces;
    private (string Namespace, JsonDocument Records)? _revealed;

    private TokenFileDocument(TokenFileFaults faults) => _faults = faults;

    private TokenFileDocument(TokenFileFaults faults, JsonDocument document)
    {
        _faults = faults;
        _document = document;
        Root = document.RootElement;
        var version = TokenFileFormat.CheckVersion(faults, Root);
        IsVersion1 = version == TokenFileFormat.Version1;
        IsProtected = version == TokenFileFormat.ProtectedVersion;
        _namespaces = TokenFileFormat.GetRecords(faults, Root, IsVersion1);
    }

    /// <summary>The whole of the file; undefined when there is none.</summary>
    public JsonElement Root { get; }

    /// <summary>Says whether the file has the format of version 1.0, which knows but one namespace.</summary>
    public bool IsVersion1 { get; }

    /// <summary>Says whether namespaces of the file may be protected.</summary>
    public bool IsProtected { get; }

    /// <summary>Reads the content of a file; <see langword="null"/> stands for a file that does not exist.</summary>
    public static TokenFileDocument Parse(TokenFileFaults faults, byte[]? content)
    {
        if (content is null)
        {
            return new TokenFileDocument(faults);
        }

        var document = ParseJson(faults, content, content.Length == 0 ? "it is empty" : "it is not complete, valid JSON");
        try
        {
            return new TokenFileDocument(faults, document);
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <summary>The protected text that stands in place of a namespace, if it does.</summary>
    public bool TryGetProtected(string tokenNamespace, [NotNullWhen(true)] out byte[]? protectedRecords)
    {
        protectedRecords = null;
        if (!IsProtected || !_namespaces.TryGetProperty(tokenNamespace, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        return value.TryGetBytesFromBase64(out protectedRecords)
            ? true
            : throw _faults.Malformed($"its namespace '{tokenNamespace}' is not valid Base64", TokenFileFaults.RestoreOrDelete);
    }

    /// <summary>Takes these records in place of the protected text.</summary>
    public void Reveal(string tokenNamespace, ReadOnlyMemory<byte> records)
    {
        var document = ParseJson(_faults, records, $"its namespace '{tokenNamespace}' does not hold valid JSON");
        _revealed?.Records.Dispose();
        _revealed = (tokenNamespace, document);
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
            throw _faults.Malformed("the name of a member is not valid Unicode", TokenFileFaults.RestoreOrDelete);
        }

        return members;
    }

    public void Dispose()
    {
        _document?.Dispose();
        _revealed?.Records.Dispose();
    }

    private static JsonDocument ParseJson(TokenFileFaults faults, ReadOnlyMemory<byte> content, string problem)
    {
        try
        {
            return JsonDocument.Parse(content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content);
        }
        catch (JsonException error)
        {
            // Not as the inner exception: its message may quote the file.
            var position = content.IsEmpty ? "" : $" (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})";
            throw faults.Malformed(problem + position, TokenFileFaults.RestoreOrDelete);
        }
    }

    private bool TryGetNamespace(string tokenNamespace, out JsonElement records)
    {
        bool isFound;
        if (_revealed is { } revealed && revealed.Namespace == tokenNamespace)
        {
            (isFound, records) = (true, revealed.Records.RootElement);
        }
        else
        {
            records = _namespaces;
            isFound = IsVersion1
                ? tokenNamespace == TokenFileFormat.DefaultNamespace
                : _namespaces.ValueKind == JsonValueKind.Object && _namespaces.TryGetProperty(tokenNamespace, out records);
        }

        return !isFound || records.ValueKind == JsonValueKind.Object
            ? isFound
            : throw _faults.Malformed($"its namespace '{tokenNamespace}' is not an object", TokenFileFaults.RestoreOrDelete);
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
        _faults.Malformed(
            $"the record of '{resourceServer}' in the namespace '{tokenNamespace}' is unusable: {error}",
            "Remove that record from the file, or delete the file, and log in again.");
}
