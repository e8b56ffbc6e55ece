using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Makes the new content of a token file, format 2.0, out of the old one and a change.</summary>
/// <remarks>What the change does not concern is copied byte for byte: other records, other namespaces, unknown members.</remarks>
internal static class TokenFileEditor
{
    /// <summary>The content with records added or replaced.</summary>
    /// <exception cref="TokenStorageException">The namespace holds a record that cannot be read.</exception>
    public static ReadOnlyMemory<byte> Store(
        TokenFileDocument document, string tokenNamespace, IReadOnlyDictionary<string, TokenData> tokens)
    {
        _ = document.ReadAll(tokenNamespace);
        var records = document.GetRecords(tokenNamespace);
        foreach (var resourceServer in tokens.Keys)
        {
            records[resourceServer] = default;
        }

        return Write(document, tokenNamespace, records, tokens);
    }

    /// <summary>The content without one record; <see langword="null"/> if there is no such record.</summary>
    /// <exception cref="TokenStorageException">The namespace holds a record that cannot be read.</exception>
    public static ReadOnlyMemory<byte>? Remove(TokenFileDocument document, string tokenNamespace, string resourceServer)
    {
        _ = document.ReadAll(tokenNamespace);
        var records = document.GetRecords(tokenNamespace);
        if (!records.Remove(resourceServer))
        {
            // Not by a conditional expression: there, null would be the memory of no array, hence an empty file.
            return null;
        }

        return Write(document, tokenNamespace, records, new Dictionary<string, TokenData>());
    }

    private static ReadOnlyMemory<byte> Write(
        TokenFileDocument document,
        string tokenNamespace,
        OrderedDictionary<string, JsonElement> records,
        IReadOnlyDictionary<string, TokenData> tokens)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in GetTopLevel(document))
            {
                writer.WritePropertyName(name);
                switch (name)
                {
                    case TokenFileFormat.DataMember:
                        WriteNamespaces(writer, document, tokenNamespace, records, tokens);
                        break;
                    case TokenFileFormat.VersionMember:
                        writer.WriteStringValue(TokenFileFormat.Version2);
                        break;
                    case TokenFileFormat.WriterMember when !TokenFileFormat.HasWriter(document.Root):
                        writer.WriteStringValue(TokenFileFormat.WriterVersion);
                        break;
                    default:
                        WriteAsItStands(writer, value);
                        break;
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    // The members in their old order; those that the format needs are added where they are missing.
    private static OrderedDictionary<string, JsonElement> GetTopLevel(TokenFileDocument document)
    {
        var members = document.GetMembers(document.Root);
        if (document.IsVersion1)
        {
            members.Remove(TokenFileFormat.DataMember);
            members.Insert(members.IndexOf(TokenFileFormat.Version1DataMember), TokenFileFormat.DataMember, default);
            members.Remove(TokenFileFormat.Version1DataMember);
        }

        members.TryAdd(TokenFileFormat.DataMember, default);
        members.TryAdd(TokenFileFormat.VersionMember, default);
        members.TryAdd(TokenFileFormat.WriterMember, default);
        return members;
    }

    private static void WriteNamespaces(
        Utf8JsonWriter writer,
        TokenFileDocument document,
        string tokenNamespace,
        OrderedDictionary<string, JsonElement> records,
        IReadOnlyDictionary<string, TokenData> tokens)
    {
        var namespaces = document.GetNamespaces();
        namespaces.TryAdd(tokenNamespace, default);
        writer.WriteStartObject();
        foreach (var (name, value) in namespaces)
        {
            writer.WritePropertyName(name);
            if (name == tokenNamespace)
            {
                WriteRecords(writer, records, tokens);
            }
            else
            {
                WriteAsItStands(writer, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteRecords(
        Utf8JsonWriter writer, OrderedDictionary<string, JsonElement> records, IReadOnlyDictionary<string, TokenData> tokens)
    {
        writer.WriteStartObject();
        foreach (var (resourceServer, record) in records)
        {
            writer.WritePropertyName(resourceServer);
            if (tokens.TryGetValue(resourceServer, out var token))
            {
                TokenDataSerializer.Write(writer, token);
            }
            else
            {
                WriteAsItStands(writer, record);
            }
        }

        writer.WriteEndObject();
    }

    // Not JsonElement.WriteTo, which decodes every string and fails on those that only Python can decode.
    private static void WriteAsItStands(Utf8JsonWriter writer, JsonElement value) =>
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
}
