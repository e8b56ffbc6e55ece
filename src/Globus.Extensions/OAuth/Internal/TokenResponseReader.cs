using System.Text.Json;
using Globus.Extensions.OpenId.Internal;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>Reads the JSON of the token endpoint into tokens by resource server.</summary>
internal static class TokenResponseReader
{
    private static readonly string[] EntryMembers = ["access_token", "refresh_token", "expires_in", "token_type", "resource_server", "scope", "state"];

    private static readonly string[] RootMembers = [.. EntryMembers, "id_token", "other_tokens"];

    /// <summary>Reads the answer to a grant.</summary>
    /// <param name="root">The answer.</param>
    /// <param name="now">When it came.</param>
    /// <param name="decoder">What validates its ID token.</param>
    /// <param name="nonce">What the ID token has to repeat, if anything.</param>
    /// <exception cref="JsonException">It is no token response; the message names the member, never its value.</exception>
    public static OAuthTokenResponse Read(JsonElement root, DateTimeOffset now, IdTokenDecoder decoder, string? nonce) =>
        Guarded(() => ReadResponse(root, now, decoder, nonce));

    /// <summary>Reads the answer to a dependent token grant: an array, without anything around it.</summary>
    /// <param name="root">The answer.</param>
    /// <param name="now">When it came.</param>
    /// <exception cref="JsonException">It is no such answer; the message names the member, never its value.</exception>
    public static OAuthDependentTokenResponse ReadDependent(JsonElement root, DateTimeOffset now) => Guarded(() =>
        root.ValueKind == JsonValueKind.Array
            ? new OAuthDependentTokenResponse([.. root.EnumerateArray().Select((entry, index) => ReadToken(entry, now, $"[{index}]."))])
            : throw new JsonException("The answer to a dependent token grant is not a JSON array."));

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair ("\ud800") is JSON, but cannot become a string.
            throw new JsonException("The token response has a text that is not Unicode.", exception);
        }
    }

    private static OAuthTokenResponse ReadResponse(JsonElement root, DateTimeOffset now, IdTokenDecoder decoder, string? nonce)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The token response is not a JSON object.");
        }

        var tokens = new List<OAuthToken> { ReadToken(root, now, string.Empty) };
        if (root.TryGetProperty("other_tokens", out var others) && others.ValueKind != JsonValueKind.Null)
        {
            if (others.ValueKind != JsonValueKind.Array)
            {
                throw new JsonException("The member 'other_tokens' of the token response is not an array.");
            }

            var index = 0;
            foreach (var other in others.EnumerateArray())
            {
                tokens.Add(ReadToken(other, now, $"other_tokens[{index++}]."));
            }
        }

        return new OAuthTokenResponse(tokens, OptionalText(root, "id_token", string.Empty))
        {
            ExtensionData = Rest(root, RootMembers),
            Decoder = decoder,
            Nonce = nonce,
        };
    }

    private static OAuthToken ReadToken(JsonElement entry, DateTimeOffset now, string path)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"The member '{path.TrimEnd('.')}' of the token response is not an object.");
        }

        var lifetime = entry.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetDouble(out var value)
            ? Math.Clamp(value, 0, TimeSpan.FromDays(36_500).TotalSeconds)
            : 0;
        return new OAuthToken
        {
            ResourceServer = Text(entry, "resource_server", path),
            Scope = Text(entry, "scope", path),
            AccessToken = Text(entry, "access_token", path),
            RefreshToken = OptionalText(entry, "refresh_token", path),
            TokenType = OptionalText(entry, "token_type", path),
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(now.AddSeconds(lifetime).ToUnixTimeSeconds()),
            ExtensionData = path.Length == 0 ? new Dictionary<string, JsonElement>(StringComparer.Ordinal) : Rest(entry, EntryMembers),
        };
    }

    private static string Text(JsonElement entry, string name, string path) =>
        OptionalText(entry, name, path) ?? throw new JsonException($"The member '{path}{name}' of the token response is missing.");

    private static string? OptionalText(JsonElement entry, string name, string path)
    {
        if (!entry.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new JsonException($"The member '{path}{name}' of the token response is not a string.");
    }

    private static Dictionary<string, JsonElement> Rest(JsonElement entry, string[] known)
    {
        var rest = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in entry.EnumerateObject())
        {
            // A lifetime that is no number was not understood, so it is kept.
            if (!known.Contains(member.Name) || (member.NameEquals("expires_in") && member.Value.ValueKind is not (JsonValueKind.Number or JsonValueKind.Null)))
            {
                rest[member.Name] = member.Value.Clone();
            }
        }

        return rest;
    }
}
