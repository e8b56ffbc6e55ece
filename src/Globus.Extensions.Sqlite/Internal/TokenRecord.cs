using System.Buffers;
using System.Text;
using System.Text.Json;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Sqlite.Internal;

/// <summary>One record as it stands in the database: a JSON object.</summary>
internal static class TokenRecord
{
    /// <summary>Reads the record of a resource server.</summary>
    /// <exception cref="TokenStorageException">It is no record, or that of another resource server.</exception>
    public static TokenData Read(ReadOnlySpan<byte> json, string path, string tokenNamespace, string resourceServer)
    {
        if (!TryParse(json, out var token, out var error))
        {
            throw Unusable(error);
        }

        // A token must not be handed out, and sent, as the one of another service.
        return token!.ResourceServer == resourceServer ? token : throw Unusable("its 'resource_server' is another one");

        TokenStorageException Unusable(string? problem) => SqliteFaults.Unusable(
            path,
            $"the record of '{resourceServer}' in the namespace '{tokenNamespace}' is unusable: {problem}",
            "Log in again to replace the record, or delete it from the table 'token_storage'.");
    }

    public static string Write(TokenData token)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            TokenDataSerializer.Write(writer, token);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool TryParse(ReadOnlySpan<byte> json, out TokenData? token, out string? error)
    {
        try
        {
            using var document = JsonDocument.Parse(json.ToArray());
            return TokenDataSerializer.TryRead(document.RootElement, out token, out error);
        }
        catch (JsonException)
        {
            // Not to be passed on: its message may quote the record.
            (token, error) = (null, "it is not valid JSON");
            return false;
        }
    }
}
