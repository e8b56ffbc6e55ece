using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>Written by hand: a request may have hundreds of thousands of these.</summary>
internal sealed class TransferItemConverter : JsonConverter<TransferItem>
{
    private const string SymlinkType = "transfer_symlink_item";

    private static readonly JsonEncodedText DataType = JsonEncodedText.Encode("DATA_TYPE");
    private static readonly JsonEncodedText Item = JsonEncodedText.Encode("transfer_item");
    private static readonly JsonEncodedText Symlink = JsonEncodedText.Encode(SymlinkType);
    private static readonly JsonEncodedText SourcePath = JsonEncodedText.Encode("source_path");
    private static readonly JsonEncodedText DestinationPath = JsonEncodedText.Encode("destination_path");
    private static readonly JsonEncodedText Recursive = JsonEncodedText.Encode("recursive");
    private static readonly JsonEncodedText ExternalChecksum = JsonEncodedText.Encode("external_checksum");
    private static readonly JsonEncodedText ChecksumAlgorithm = JsonEncodedText.Encode("checksum_algorithm");

    public override TransferItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var item = default(TransferItem);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            item = name switch
            {
                "DATA_TYPE" => item with { IsSymlink = Text(ref reader) == SymlinkType },
                "source_path" => item with { SourcePath = Text(ref reader)! },
                "destination_path" => item with { DestinationPath = Text(ref reader)! },
                "recursive" => item with { Recursive = reader.TokenType switch { JsonTokenType.True => true, JsonTokenType.False => false, JsonTokenType.Null => null, _ => throw new JsonException() } },
                "external_checksum" => item with { ExternalChecksum = Text(ref reader) },
                "checksum_algorithm" => item with { ChecksumAlgorithm = Text(ref reader) },
                _ => throw new JsonException($"An item to transfer has no member '{name}'."), // Rather than copy something else than was meant.
            };
        }

        return item;
    }

    public override void Write(Utf8JsonWriter writer, TransferItem value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(DataType, value.IsSymlink ? Symlink : Item);
        writer.WriteString(SourcePath, value.SourcePath);
        writer.WriteString(DestinationPath, value.DestinationPath);
        if (value.Recursive is { } recursive)
        {
            writer.WriteBoolean(Recursive, recursive);
        }

        WriteIfGiven(writer, ExternalChecksum, value.ExternalChecksum);
        WriteIfGiven(writer, ChecksumAlgorithm, value.ChecksumAlgorithm);
        writer.WriteEndObject();
    }

    private static void WriteIfGiven(Utf8JsonWriter writer, JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => throw new JsonException(),
    };
}
