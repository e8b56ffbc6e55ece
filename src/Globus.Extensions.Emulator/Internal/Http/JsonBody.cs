using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>Reads a JSON document that can be used without surprises.</summary>
internal static class JsonBody
{
    /// <summary>The document, or <see langword="null"/> if the body is not JSON or holds text that is not Unicode.</summary>
    public static async Task<JsonDocument?> ReadAsync(HttpContext context)
    {
        JsonDocument? document = null;
        try
        {
            document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
            ReadTexts(document.RootElement);
            return document;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            document?.Dispose();
            return null;
        }
    }

    /// <summary>
    /// The parser lets half a surrogate pair and broken UTF-8 pass, and reading such a text throws; better here than in the middle
    /// of a request. The parser has limited the depth.
    /// </summary>
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
