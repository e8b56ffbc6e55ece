using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Globus.Extensions.Benchmarks;

/// <summary>An ID token like those of Globus Auth, with three linked identities.</summary>
internal static class BenchmarkToken
{
    public const string AccessToken = "AgBenchmarkAccessToken";

    public static (string Text, byte[] Signed, byte[] Signature) Create(RSA key, string issuer, string clientId, DateTimeOffset now)
    {
        var hash = Base64Url.EncodeToString(SHA512.HashData(Encoding.ASCII.GetBytes(AccessToken)).AsSpan(0, 32));
        var identity = """{"sub":"ada00000-0000-4000-8000-000000000001","username":"ada@example.org","name":"Ada Lovelace","email":"ada@example.org","identity_provider":"41143743-f3c8-4d60-bbdb-eeecaba85bd9","identity_provider_display_name":"Globus ID","last_authentication":1621481006}""";
        var claims = $$"""
            {"sub":"ada00000-0000-4000-8000-000000000001","name":"Ada Lovelace","preferred_username":"ada@example.org","email":"ada@example.org",
             "identity_set":[{{identity}},{{identity}},{{identity}}],"iss":"{{issuer}}","aud":"{{clientId}}",
             "exp":{{now.AddDays(2).ToUnixTimeSeconds()}},"iat":{{now.ToUnixTimeSeconds()}},"at_hash":"{{hash}}"}
            """;
        var signed = $"{Encode("""{"typ":"JWT","alg":"RS512"}""")}.{Encode(claims)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = key.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);
        return ($"{signed}.{Base64Url.EncodeToString(signature)}", bytes, signature);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
