using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>Makes UUIDs of version 1 (RFC 9562, section 5.1), which are what tunnels are submitted under. Their node is random, and not the machine's.</summary>
internal static class TimeBasedUuid
{
    private static readonly DateTimeOffset GregorianEpoch = new(1582, 10, 15, 0, 0, 0, TimeSpan.Zero);

    public static Guid Create()
    {
        var ticks = (ulong)(TimeProvider.System.GetUtcNow() - GregorianEpoch).Ticks;
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)ticks);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)(ticks >> 32));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)((ticks >> 48) | 0x1000));
        RandomNumberGenerator.Fill(bytes[8..]);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        bytes[10] |= 0x01; // A multicast address is nobody's.
        return new Guid(bytes, bigEndian: true);
    }
}
