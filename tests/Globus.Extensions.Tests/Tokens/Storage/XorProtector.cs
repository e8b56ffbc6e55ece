using System.Security.Cryptography;
using System.Text;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>A protector for tests: it hides the text, and knows its own by a sum over key, purpose and text.</summary>
internal sealed class XorProtector(byte key) : ITokenProtector
{
    private const int SumLength = 32;

    public ValueTask<ReadOnlyMemory<byte>> ProtectAsync(ReadOnlyMemory<byte> plaintext, string purpose, CancellationToken cancellationToken = default) =>
        new((byte[])[.. Sum(plaintext.Span, purpose), .. plaintext.ToArray().Select(Turn)]);

    public ValueTask<ReadOnlyMemory<byte>> UnprotectAsync(ReadOnlyMemory<byte> protectedData, string purpose, CancellationToken cancellationToken = default)
    {
        byte[] plaintext = [.. protectedData[Math.Min(SumLength, protectedData.Length)..].ToArray().Select(Turn)];
        return protectedData.Span.StartsWith(Sum(plaintext, purpose))
            ? new(plaintext)
            : throw new CryptographicException("The sum is another one.");
    }

    private byte Turn(byte value) => (byte)(value ^ key);

    private byte[] Sum(ReadOnlySpan<byte> plaintext, string purpose) => SHA256.HashData([key, .. Encoding.UTF8.GetBytes(purpose), .. plaintext]);
}
