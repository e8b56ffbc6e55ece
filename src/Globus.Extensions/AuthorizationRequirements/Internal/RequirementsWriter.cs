using System.Buffers;
using System.Text;
using System.Text.Json;
using Names = Globus.Extensions.AuthorizationRequirements.Internal.RequirementsNames;

namespace Globus.Extensions.AuthorizationRequirements.Internal;

/// <summary>Writes authorization requirements in their canonical form.</summary>
internal static class RequirementsWriter
{
    public static string ToText<T>(T value, Action<T, Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(value, writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, GlobusAuthorizationRequirements value, bool includeExtra)
    {
        writer.WriteStartObject();
        writer.WriteString(Names.Code, value.Code);
        writer.WritePropertyName(Names.AuthorizationParameters);
        Write(writer, value.AuthorizationParameters, includeExtra);
        if (includeExtra)
        {
            WriteExtra(writer, value.Extra, Names.Code, Names.AuthorizationParameters);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, GlobusAuthorizationParameters value, bool includeExtra)
    {
        writer.WriteStartObject();
        WriteText(writer, Names.SessionMessage, value.SessionMessage);
        WriteTexts(writer, Names.SessionRequiredIdentities, value.SessionRequiredIdentities);
        WriteTexts(writer, Names.SessionRequiredPolicies, value.SessionRequiredPolicies);
        WriteTexts(writer, Names.SessionRequiredSingleDomain, value.SessionRequiredSingleDomain);
        if (value.SessionRequiredMfa is { } mfa)
        {
            writer.WriteBoolean(Names.SessionRequiredMfa, mfa);
        }

        WriteTexts(writer, Names.RequiredScopes, value.RequiredScopes);
        WriteText(writer, Names.Prompt, value.Prompt);
        if (includeExtra)
        {
            WriteExtra(writer, value.Extra, Names.KnownParameters(withScopes: value.RequiredScopes is not null));
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    // An extra member never comes beside a known one of the same name: readers differ in which of two they take.
    private static void WriteExtra(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement> extra, params ReadOnlySpan<string> written)
    {
        foreach (var (name, value) in extra)
        {
            if (!written.Contains(name))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }
    }
}
