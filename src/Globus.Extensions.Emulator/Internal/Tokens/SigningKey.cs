using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>The RSA key of the ID tokens, made when first needed: making one takes longer than starting the server.</summary>
internal sealed class SigningKey : IDisposable
{
    public const string Algorithm = "RS512";

    private readonly Lock _gate = new();
    private RSA? _rsa;

    /// <summary>The key, if it has been needed.</summary>
    public SigningKeyState Snapshot
    {
        get
        {
            lock (_gate)
            {
                return new SigningKeyState(_rsa is null ? null : Convert.ToBase64String(_rsa.ExportPkcs8PrivateKey()));
            }
        }
    }

    /// <summary>Puts this key in the place of the present one.</summary>
    /// <exception cref="CryptographicException">It is no key.</exception>
    /// <exception cref="FormatException">It is no base64.</exception>
    public void Restore(SigningKeyState state)
    {
        lock (_gate)
        {
            _rsa?.Dispose();
            _rsa = null;
            if (state.Pkcs8 is { } pkcs8)
            {
                _rsa = RSA.Create();
                _rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(pkcs8), out _);
            }
        }
    }

    [SuppressMessage("Security", "S5542", Justification = "RS512 is PKCS #1 padding (RFC 7518, 3.3), and it is what Globus signs with.")]
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_gate)
        {
            return Key.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);
        }
    }

    public JsonWebKey ToPublicKey()
    {
        lock (_gate)
        {
            var parameters = Key.ExportParameters(includePrivateParameters: false);
            return new JsonWebKey(
                Algorithm,
                Base64Url.EncodeToString(parameters.Exponent),
                "RSA",
                Base64Url.EncodeToString(parameters.Modulus),
                "sig");
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _rsa?.Dispose();
        }
    }

    private RSA Key => _rsa ??= RSA.Create(2048);
}
