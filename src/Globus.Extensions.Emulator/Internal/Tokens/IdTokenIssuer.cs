using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>Signs ID tokens like Globus Auth: RS512, audience as a string, <c>at_hash</c> always there.</summary>
internal sealed class IdTokenIssuer(SigningKey key, EmulatorUrls urls, GlobusEmulatorOptions options)
{
    public string Issue(
        Identity identity,
        Guid audience,
        IReadOnlyList<RequestedScope> scopes,
        string accessToken,
        DateTimeOffset authenticatedAt,
        string? nonce)
    {
        var now = options.TimeProvider.GetUtcNow();
        var profile = scopes.Any(static scope => scope.Name == ScopeNames.Profile);
        var email = scopes.Any(static scope => scope.Name == ScopeNames.Email);
        var claims = new IdTokenClaims
        {
            Sub = identity.Id.ToString(),
            Organization = profile ? identity.Organization : null,
            Name = profile ? identity.Name : null,
            PreferredUsername = profile ? identity.UserName : null,
            IdentityProvider = profile ? identity.IdentityProvider.ToString() : null,
            IdentityProviderDisplayName = profile ? identity.IdentityProviderName : null,
            Email = email ? identity.Email : null,
            LastAuthentication = authenticatedAt.ToUnixTimeSeconds(),
            IdentitySet = profile ? [LinkedIdentity.From(identity, authenticatedAt)] : null,
            Iss = urls.Issuer,
            Aud = audience.ToString(),
            Exp = (now + options.AccessTokenLifetime).ToUnixTimeSeconds(),
            Iat = now.ToUnixTimeSeconds(),
            AtHash = HashAccessToken(accessToken),
            Nonce = nonce,
        };
        return Sign(claims);
    }

    private string Sign(IdTokenClaims claims)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new JwtHeader("JWT", SigningKey.Algorithm), EmulatorJsonContext.Default.JwtHeader);
        var payload = JsonSerializer.SerializeToUtf8Bytes(claims, EmulatorJsonContext.Default.IdTokenClaims);
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    // OpenID Connect Core 3.1.3.6: the left half of the hash that the signature algorithm uses.
    private static string HashAccessToken(string accessToken) =>
        Base64Url.EncodeToString(SHA512.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, SHA512.HashSizeInBytes / 2));
}
