using System.Security.Cryptography;
using System.Text;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>A client as the server keeps it: of the secret only a hash.</summary>
internal sealed class RegisteredClient
{
    private readonly Lock _gate = new();
    private byte[]? _secretHash;

    public RegisteredClient(EmulatorClient seed)
    {
        Id = seed.Id;
        Name = seed.Name;
        RedirectUris = [.. seed.RedirectUris];
        _secretHash = seed.Secret is null ? null : Hash(seed.Secret);
    }

    public Guid Id { get; }

    public string Name { get; }

    public IReadOnlyList<string> RedirectUris { get; }

    public bool IsNative
    {
        get
        {
            lock (_gate)
            {
                return _secretHash is null;
            }
        }
    }

    public void SetSecret(string secret)
    {
        lock (_gate)
        {
            _secretHash = Hash(secret);
        }
    }

    /// <summary>Compares in constant time; hashes first, so that the length does not show either.</summary>
    public bool HasSecret(string secret)
    {
        byte[]? expected;
        lock (_gate)
        {
            expected = _secretHash;
        }

        return expected is not null && CryptographicOperations.FixedTimeEquals(Hash(secret), expected);
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
