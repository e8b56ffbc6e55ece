using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Globus.Extensions.OpenId;

namespace Globus.Extensions.Tests.OpenId;

/// <summary>Writes ID tokens, good ones and all others, with keys that are made once.</summary>
internal static class TokenForge
{
    public const string AccessToken = "the-access-token";

    private static readonly Lazy<RSA> Key1 = new(static () => RSA.Create(2048));

    private static readonly Lazy<RSA> Key2 = new(static () => RSA.Create(2048));

    public static RSA First => Key1.Value;

    public static RSA Second => Key2.Value;

    public static GlobusJsonWebKey FirstKey(string? kid = null) => GlobusJsonWebKey.FromRsa(First, kid);

    public static GlobusJsonWebKey SecondKey(string? kid = null) => GlobusJsonWebKey.FromRsa(Second, kid);

    /// <summary>The claims of a token that is valid from now on for an hour.</summary>
    public static JsonObject Claims(DateTimeOffset now) => new()
    {
        ["sub"] = "ada00000-0000-4000-8000-000000000001",
        ["iss"] = IdTokenStory.Issuer,
        ["aud"] = IdTokenStory.ClientId,
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        ["iat"] = now.ToUnixTimeSeconds(),
    };

    public static string Sign(JsonNode claims, string algorithm = "RS512", RSA? key = null, string? kid = null, JsonObject? header = null)
    {
        header ??= new JsonObject { ["typ"] = "JWT" };
        header["alg"] ??= algorithm;
        if (kid is not null)
        {
            header["kid"] = kid;
        }

        return Sign(header.ToJsonString(), claims.ToJsonString(), algorithm, key);
    }

    public static string Sign(string header, string claims, string algorithm = "RS512", RSA? key = null)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var hash = algorithm[^3..] switch
        {
            "256" => HashAlgorithmName.SHA256,
            "384" => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA512,
        };
        var padding = algorithm.StartsWith("PS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return $"{signed}.{Base64Url.EncodeToString((key ?? First).SignData(bytes, hash, padding))}";
    }

    /// <summary>A token whose secret is the public key, which everybody knows: the trick of taking one algorithm for another.</summary>
    public static string SignBySymmetricKey(JsonObject claims)
    {
        var signed = $"{Encode("""{"alg":"HS256"}""")}.{Encode(claims.ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(First.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string HashOf(string accessToken, string algorithm)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch
        {
            "256" => SHA256.HashData(bytes),
            "384" => SHA384.HashData(bytes),
            _ => SHA512.HashData(bytes),
        };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public static string KeySet(params GlobusJsonWebKey[] keys) =>
        $$"""{"keys":[{{string.Join(',', keys.Select(static key => JsonSerializer.Serialize(key, ForgeJsonContext.Default.GlobusJsonWebKey)))}}]}""";
}
