using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Makes the new content of a token file out of the old one and a change.</summary>
/// <remarks>What the change does not concern is copied byte for byte: other records, other namespaces, unknown members.</remarks>
internal static class TokenFileEditor
{
    /// <summary>The records of a namespace, as a JSON object, with some added or replaced.</summary>
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

        return WriteRecords(records, tokens);
    }

    /// <summary>The records of a namespace without one of them; <see langword="null"/> if there is no such record.</summary>
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

        return WriteRecords(records, new Dictionary<string, TokenData>());
    }

    /// <summary>The content of the file with these records in a namespace.</summary>
    /// <param name="document">The old content.</param>
    /// <param name="tokenNamespace">The namespace.</param>
    /// <param name="records">Its records as a JSON object, or protected.</param>
    /// <param name="isProtected">Whether they are protected, which makes the file one that only this library can use.</param>
    public static ReadOnlyMemory<byte> Write(TokenFileDocument document, string tokenNamespace, ReadOnlyMemory<byte> records, bool isProtected)
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
                        WriteNamespaces(writer, document, tokenNamespace, records, isProtected);
                        break;
                    case TokenFileFormat.VersionMember:
                        writer.WriteStringValue(isProtected ? TokenFileFormat.ProtectedVersion : TokenFileFormat.Version2);
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
        Utf8JsonWriter writer, TokenFileDocument document, string tokenNamespace, ReadOnlyMemory<byte> records, bool isProtected)
    {
        var namespaces = document.GetNamespaces();
        namespaces.TryAdd(tokenNamespace, default);
        writer.WriteStartObject();
        foreach (var (name, value) in namespaces)
        {
            writer.WritePropertyName(name);
            if (name != tokenNamespace)
            {
                WriteAsItStands(writer, value);
            }
            else if (isProtected)
            {
                writer.WriteBase64StringValue(records.Span);
            }
            else
            {
                writer.WriteRawValue(records.Span, skipInputValidation: true);
            }
        }

        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> WriteRecords(
        OrderedDictionary<string, JsonElement> records, IReadOnlyDictionary<string, TokenData> tokens)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
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

        return buffer.WrittenMemory;
    }

    // Not JsonElement.WriteTo, which decodes every string and fails on those that only Python can decode.
    private static void WriteAsItStands(Utf8JsonWriter writer, JsonElement value) =>
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
}
