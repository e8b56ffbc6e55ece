using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>
/// Keeps what verifies signatures for as long as its key. Made anew for each token, reading the key into the cryptographic library would cost several times the
/// check itself; kept by Microsoft.IdentityModel's cache, it would outlive the key.
/// </summary>
/// <remarks>A provider takes an RSA of its own for each thread that needs one at the same time. The algorithms are few: all others are refused before.</remarks>
internal sealed class KeptSignatureProviders : CryptoProviderFactory
{
    private readonly ConcurrentDictionary<string, SignatureProvider> _providers = new(StringComparer.Ordinal);

    public KeptSignatureProviders() => CacheSignatureProviders = false;

    public override SignatureProvider CreateForVerifying(SecurityKey key, string algorithm) =>
        _providers.TryGetValue(algorithm, out var kept) ? kept : _providers.GetOrAdd(algorithm, base.CreateForVerifying(key, algorithm));

    /// <summary>Leaves it as it is: the next token needs it.</summary>
    public override void ReleaseSignatureProvider(SignatureProvider signatureProvider)
    {
    }
}
