using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Globus.Extensions.OAuth;
using Globus.Extensions.OpenId;

namespace Globus.Extensions.Benchmarks;

/// <summary>What it takes to validate an ID token once its key is at hand, next to checking an RSA signature and nothing else.</summary>
[MemoryDiagnoser]
public class IdTokenValidationBenchmarks : IDisposable
{
    private const string ClientId = "00000000-0000-0000-0000-0000000000c1";
    private const string Issuer = "https://auth.globus.org";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly OpenIdConfiguration _configuration = new() { Issuer = Issuer, IdTokenSigningAlgValuesSupported = ["RS512"] };
    private readonly IdTokenValidationOptions _options = new() { ValidAudience = ClientId };
    private GlobusJsonWebKey _key = null!;
    private OAuthTokenResponse _response = null!;
    private WarmClient _warm = null!;
    private byte[] _signed = null!;
    private byte[] _signature = null!;

    /// <summary>Signs a token with the claims of a person, and warms the key.</summary>
    [GlobalSetup]
    public async Task SetUp()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (text, signed, signature) = BenchmarkToken.Create(_rsa, Issuer, ClientId, now);
        _signed = signed;
        _signature = signature;
        _key = GlobusJsonWebKey.FromRsa(_rsa);
        var token = new OAuthToken { ResourceServer = "auth.globus.org", Scope = "openid", AccessToken = BenchmarkToken.AccessToken, ExpiresAt = now.AddHours(1) };
        _response = new OAuthTokenResponse([token], text);
        _warm = new WarmClient(Issuer, ClientId, _key);
        await ValidateWithAWarmKey().ConfigureAwait(false);
    }

    /// <summary>The signature alone, with the key at hand.</summary>
    /// <returns>Whether it is right.</returns>
    [Benchmark(Baseline = true)]
    public bool SignatureAlone() => _rsa.VerifyData(_signed, _signature, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);

    /// <summary>The usual case: a login client that has validated a token before.</summary>
    /// <returns>The claims.</returns>
    [Benchmark]
    public Task<IdTokenClaims> ValidateWithAWarmKey() => _warm.Client.DecodeIdTokenAsync(_response);

    /// <summary>Document and key brought along: the key is read again each time.</summary>
    /// <returns>The claims.</returns>
    [Benchmark]
    public Task<IdTokenClaims> ValidateWithAGivenKey() => _response.DecodeIdTokenAsync(_options, _configuration, _key);

    /// <inheritdoc/>
    public void Dispose()
    {
        _rsa.Dispose();
        _warm?.Dispose();
        GC.SuppressFinalize(this);
    }
}
