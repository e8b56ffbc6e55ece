using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.OpenId;

/// <summary>A public key of Globus Auth as it stands in its key set, <c>GET /jwk.json</c> (RFC 7517).</summary>
public sealed record GlobusJsonWebKey
{
    /// <summary>The kind of key, <c>RSA</c> for all that verify ID tokens here.</summary>
    public string? Kty { get; init; }

    /// <summary>The id by which a token names its key, if keys have one; those of Globus have had none.</summary>
    public string? Kid { get; init; }

    /// <summary>What the key is for: <c>sig</c> for signatures. <see langword="null"/> says nothing.</summary>
    public string? Use { get; init; }

    /// <summary>The one algorithm that the key is for, such as <c>RS512</c>. <see langword="null"/> says nothing.</summary>
    public string? Alg { get; init; }

    /// <summary>The modulus of an RSA key, in base64url.</summary>
    public string? N { get; init; }

    /// <summary>The exponent of an RSA key, in base64url.</summary>
    public string? E { get; init; }

    /// <summary>The members of the key that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>Makes a key of the public half of an RSA key.</summary>
    /// <param name="rsa">The RSA key.</param>
    /// <param name="kid">The id by which tokens name it, if they do.</param>
    /// <returns>The key.</returns>
    public static GlobusJsonWebKey FromRsa(RSA rsa, string? kid = null)
    {
        ArgumentNullException.ThrowIfNull(rsa);
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new GlobusJsonWebKey
        {
            Kty = "RSA",
            Kid = kid,
            Use = "sig",
            N = Base64Url.EncodeToString(parameters.Modulus),
            E = Base64Url.EncodeToString(parameters.Exponent),
        };
    }

    /// <summary>The key as an RSA key.</summary>
    /// <returns>The RSA key, which the caller disposes.</returns>
    /// <exception cref="InvalidOperationException">It is no RSA key, or not a whole one.</exception>
    [SuppressMessage("Security", "S4426", Justification = "The size is the server's choice; validation refuses keys below 2048 bits.")]
    public RSA ToRsa() => TryGetRsaParameters(out var parameters)
        ? RSA.Create(parameters)
        : throw new InvalidOperationException($"The key is of the kind '{Kty}' or not whole; only an RSA key with modulus and exponent can be used as one.");

    /// <summary>Reads the numbers of an RSA key.</summary>
    /// <param name="parameters">Modulus and exponent.</param>
    /// <returns>Whether it is an RSA key, and a whole one.</returns>
    public bool TryGetRsaParameters(out RSAParameters parameters)
    {
        parameters = default;
        if (Kty != "RSA" || TryDecode(N) is not { } modulus || TryDecode(E) is not { } exponent)
        {
            return false;
        }

        parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return true;
    }

    private static byte[]? TryDecode(string? text) =>
        string.IsNullOrEmpty(text) || !Base64Url.IsValid(text) ? null : Base64Url.DecodeFromChars(text);
}
