using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>Proof key for code exchange (RFC 7636), method S256 only.</summary>
internal static class Pkce
{
    private const int ShortestVerifier = 43;

    private const int LongestVerifier = 128;

    private static readonly SearchValues<char> VerifierAlphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>A verifier or a state that cannot be guessed: 32 random bytes, 43 characters.</summary>
    public static string CreateRandom()
    {
        Span<byte> bytes = stackalloc byte[32];
        RandomNumberGenerator.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Refuses what RFC 7636, section 4.1 does not allow; the message never holds the verifier.</summary>
    public static void ThrowIfInvalid(string verifier)
    {
        if (verifier.Length is < ShortestVerifier or > LongestVerifier)
        {
            throw new ArgumentException(
                $"The code verifier has {verifier.Length} characters; it must have {ShortestVerifier} to {LongestVerifier} (RFC 7636, section 4.1).",
                nameof(verifier));
        }

        if (verifier.AsSpan().ContainsAnyExcept(VerifierAlphabet))
        {
            throw new ArgumentException(
                "The code verifier has a character other than letters, digits, '-', '.', '_' and '~' (RFC 7636, section 4.1).", nameof(verifier));
        }
    }

    /// <summary>The challenge that goes with a verifier (RFC 7636, section 4.2).</summary>
    public static string Challenge(string verifier)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(verifier), hash);
        return Base64Url.EncodeToString(hash);
    }
}
