using System.Security.Cryptography;
using System.Text;

namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>Ids for what has only a name: the same in every emulator.</summary>
internal static class StableIds
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
