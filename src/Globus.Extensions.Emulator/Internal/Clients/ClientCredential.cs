using System.Security.Cryptography;
using System.Text;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>One secret of a client, of which only a hash is kept.</summary>
internal sealed class ClientCredential
{
    private readonly byte[] _hash;
    private volatile bool _isDeleted;

    public ClientCredential(CredentialDocument document)
    {
        _hash = Hash(document.Secret!);
        Document = document with { Secret = null };
    }

    public ClientCredential(CredentialState state) => (_hash, Document) = (state.Hash, state.Document);

    /// <summary>What is kept of it.</summary>
    public CredentialState State => new(Document, _hash);

    /// <summary>What may be shown of it, without the secret.</summary>
    public CredentialDocument Document { get; }

    public bool IsDeleted => _isDeleted;

    public void Delete() => _isDeleted = true;

    /// <summary>Compares in constant time; hashes first, so that the length does not show either.</summary>
    public bool Matches(string secret) => !_isDeleted && CryptographicOperations.FixedTimeEquals(Hash(secret), _hash);

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
