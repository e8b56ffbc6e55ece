using System.Buffers;
using System.Security.Cryptography;

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

    /// <summary>Reads a file to its end. One without length is not opened: it may be a pipe, which would never answer.</summary>
    public static string Of(string file, string algorithm, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(Algorithms[algorithm]);
        if (new FileInfo(file).Length > 0)
        {
            using var handle = FileCopier.OpenToRead(file);
            var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            try
            {
                long offset = 0;
                for (int read; (read = RandomAccess.Read(handle, buffer, offset)) > 0; offset += read)
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
