using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Checksums of files, as hexadecimal digits.</summary>
internal static class Checksums
{
    public const string Default = "MD5";

    private const int BufferSize = 128 * 1024;

    private static readonly Dictionary<string, HashAlgorithmName> Algorithms = new(StringComparer.OrdinalIgnoreCase)
    {
        [Default] = HashAlgorithmName.MD5,
        ["SHA1"] = HashAlgorithmName.SHA1,
        ["SHA256"] = HashAlgorithmName.SHA256,
        ["SHA384"] = HashAlgorithmName.SHA384,
        ["SHA512"] = HashAlgorithmName.SHA512,
    };

    public static bool IsKnown(string algorithm) => Algorithms.ContainsKey(algorithm);

    /// <summary>Reads an open file from its start, but no further than this: it may be growing.</summary>
    public static string Of(SafeFileHandle? file, long length, string algorithm, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(Algorithms[algorithm]);
        if (file is not null)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            try
            {
                long offset = 0;
                for (int read; offset < length && (read = RandomAccess.Read(file, buffer.AsSpan(0, (int)Math.Min(length - offset, BufferSize)), offset)) > 0; offset += read)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    hash.AppendData(buffer, 0, read);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
