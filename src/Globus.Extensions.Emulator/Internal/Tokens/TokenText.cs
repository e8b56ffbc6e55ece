using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>Makes unguessable texts and the hashes under which they are kept.</summary>
internal static class TokenText
{
    private const int EntropyBytes = 36;

    /// <summary>288 random bits; <paramref name="prefix"/> only tells a human what it is.</summary>
    public static string Create(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(EntropyBytes));

    /// <summary>Random texts need no salt: a plain SHA-256 cannot be reversed.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
