using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.Tokens.Storage;

/// <summary>Writes and reads one record as the JSON object that file and database storages share with the Python SDK.</summary>
/// <remarks>For those who write a token storage. Thread-safe.</remarks>
public static class TokenDataSerializer
{
    /// <summary>Writes a record as a JSON object, in the reference's order of members, without nulls.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="token">The record. Its unknown members come last.</param>
    public static void Write(Utf8JsonWriter writer, TokenData token)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(token);
        writer.WriteStartObject();
        writer.WriteString(TokenMemberNames.ResourceServer, token.ResourceServer);
        WriteOptional(writer, TokenMemberNames.IdentityId, token.IdentityId);
        writer.WriteString(TokenMemberNames.Scope, token.Scope);
        writer.WriteString(TokenMemberNames.AccessToken, token.AccessToken);
        WriteOptional(writer, TokenMemberNames.RefreshToken, token.RefreshToken);
        writer.WriteNumber(TokenMemberNames.ExpiresAtSeconds, token.ExpiresAt.ToUnixTimeSeconds());
        WriteOptional(writer, TokenMemberNames.TokenType, token.TokenType);
        foreach (var (name, value) in token.ExtensionData)
        {
            if (!TokenMemberNames.IsKnown(name))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a record.</summary>
    /// <remarks>
    /// The members <c>resource_server</c>, <c>scope</c>, <c>access_token</c> and <c>expires_at_seconds</c> are required. Of a
    /// member that occurs twice the last one counts. Members that are not known go to <see cref="TokenData.ExtensionData"/>.
    /// </remarks>
    /// <param name="element">The JSON object. The record does not depend on its document.</param>
    /// <param name="token">The record.</param>
    /// <param name="error">What is wrong, for use in a sentence; it quotes no value.</param>
    /// <returns><see langword="false"/> if the JSON value is not a record.</returns>
    public static bool TryRead(
        JsonElement element, [NotNullWhen(true)] out TokenData? token, [NotNullWhen(false)] out string? error)
    {
        try
        {
            token = Read(element, out error);
        }
        catch (InvalidOperationException)
        {
            // From System.Text.Json, on text that holds half of a surrogate pair or is not UTF-8.
            (token, error) = (null, "it holds text that is not valid Unicode");
        }

        return token is not null;
    }

    private static TokenData? Read(JsonElement element, out string? error)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            error = "it is not an object";
            return null;
        }

        if (!TryGetString(element, TokenMemberNames.ResourceServer, isRequired: true, out var resourceServer, out error)
            || !TryGetString(element, TokenMemberNames.IdentityId, isRequired: false, out var identityId, out error)
            || !TryGetString(element, TokenMemberNames.Scope, isRequired: true, out var scope, out error)
            || !TryGetString(element, TokenMemberNames.AccessToken, isRequired: true, out var accessToken, out error)
            || !TryGetString(element, TokenMemberNames.RefreshToken, isRequired: false, out var refreshToken, out error)
            || !TryGetExpiry(element, out var expiresAt, out error)
            || !TryGetString(element, TokenMemberNames.TokenType, isRequired: false, out var tokenType, out error))
        {
            return null;
        }

        return new TokenData
        {
            ResourceServer = resourceServer!,
            IdentityId = identityId,
            Scope = scope!,
            AccessToken = accessToken!,
            RefreshToken = refreshToken,
            ExpiresAt = expiresAt,
            TokenType = tokenType,
            ExtensionData = ReadUnknownMembers(element),
        };
    }

    private static bool TryGetString(JsonElement element, string name, bool isRequired, out string? value, out string? error)
    {
        value = element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        var isAllowed = value is not null
            || (!isRequired && member.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null);
        error = isAllowed ? null : $"its '{name}' is {(isRequired ? "missing or not a string" : "neither a string nor null")}";
        return isAllowed;
    }

    private static bool TryGetExpiry(JsonElement element, out DateTimeOffset value, out string? error)
    {
        _ = element.TryGetProperty(TokenMemberNames.ExpiresAtSeconds, out var member);
        long? seconds = member.ValueKind switch
        {
            JsonValueKind.Number when member.TryGetInt64(out var number) => number,

            // Python takes a boolean for the integer 1 or 0: what the reference reads is readable here.
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => null,
        };
        var isAllowed = seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        value = isAllowed ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetValueOrDefault()) : default;
        error = isAllowed ? null : $"its '{TokenMemberNames.ExpiresAtSeconds}' is missing or not a whole number of seconds within the calendar";
        return isAllowed;
    }

    private static ReadOnlyDictionary<string, JsonElement> ReadUnknownMembers(JsonElement element)
    {
        Dictionary<string, JsonElement>? unknown = null;
        foreach (var member in element.EnumerateObject())
        {
            if (!TokenMemberNames.IsKnown(member))
            {
                (unknown ??= [])[member.Name] = member.Value.Clone();
            }
        }

        return unknown is null ? ReadOnlyDictionary<string, JsonElement>.Empty : unknown.AsReadOnly();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
