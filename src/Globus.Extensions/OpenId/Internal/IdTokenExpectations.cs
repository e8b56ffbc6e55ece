using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>What an ID token has to say to be the answer to a login of this client, here and now. Not a record, whose text would show secrets.</summary>
internal sealed class IdTokenExpectations
{
    public required IdTokenValidationOptions Options { get; init; }

    /// <summary>The client that the token must be for.</summary>
    public required string Audience { get; init; }

    /// <summary>What the login sent, if it sent one.</summary>
    public string? Nonce { get; init; }

    /// <summary>The access token that came with it, if any did.</summary>
    public string? AccessToken { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public void CheckIssuer(string? actual, string fromDiscovery)
    {
        var issuer = Options.ValidIssuer ?? fromDiscovery;
        if (!string.Equals(actual, issuer, StringComparison.Ordinal))
        {
            throw new IdTokenValidationException(
                IdTokenCheck.Issuer, $"it was not issued by {issuer}. Check that client and service URL belong to the same environment.");
        }
    }

    public void CheckAudience(IEnumerable<string>? audiences, string? authorizedParty)
    {
        if (audiences is null || !audiences.Any(IsOurs))
        {
            throw new IdTokenValidationException(IdTokenCheck.Audience, $"it is not for the client {Audience}.");
        }

        if (authorizedParty is not null && !IsOurs(authorizedParty))
        {
            throw new IdTokenValidationException(IdTokenCheck.Audience, $"another client than {Audience} asked for it (azp).");
        }
    }

    /// <summary>Compares the token's times with the clock, each given the benefit of the doubt.</summary>
    public void CheckLifetime(DateTime? notBefore, DateTime? expires)
    {
        if (!Options.ValidateLifetime)
        {
            return;
        }

        if (expires is not { } end)
        {
            throw new IdTokenValidationException(IdTokenCheck.Expiry, "it does not say when it ends.");
        }

        var now = TimeProvider.GetUtcNow().UtcDateTime;
        if (now - end >= Options.ClockSkew)
        {
            throw new IdTokenValidationException(
                IdTokenCheck.Expiry, $"it ended at {end:O}, and it is {now:O}. Log in again; if the login was just now, set this machine's clock.");
        }

        if (notBefore is { } start && start - now > Options.ClockSkew)
        {
            throw FromTheFuture("counts", start, now);
        }
    }

    /// <summary>Checks what the handler of signed tokens knows nothing of.</summary>
    public void CheckClaims(IdTokenClaims claims, string algorithm)
    {
        var now = TimeProvider.GetUtcNow();
        if (Options.ValidateLifetime && claims.Iat is { } issued && issued - now > Options.ClockSkew)
        {
            throw FromTheFuture("is dated", issued.UtcDateTime, now.UtcDateTime);
        }

        if (claims.Sub.Value.Length == 0)
        {
            throw new IdTokenValidationException(IdTokenCheck.Format, "its claim 'sub' is empty.");
        }

        if ((Options.Nonce ?? Nonce) is { } nonce && !IsSame(nonce, claims.Nonce))
        {
            throw new IdTokenValidationException(
                IdTokenCheck.Nonce,
                $"it {(claims.Nonce is null ? "repeats no nonce" : "repeats another nonce than the login sent")}, so it is not the answer to this login. Start the login again.");
        }

        if (Options.ValidateAccessTokenHash && claims.AtHash is { } hash && AccessToken is not null && !IsSame(HashOf(AccessToken, algorithm), hash))
        {
            throw new IdTokenValidationException(
                IdTokenCheck.AccessTokenHash, "it does not belong to the access token that came with it (at_hash). Start the login again.");
        }
    }

    // Client ids are UUIDs, which people write in either case.
    private bool IsOurs(string audience) => string.Equals(audience, Audience, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string expected, string? actual) =>
        actual is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));

    // OpenID Connect Core, section 3.1.3.6: the left half of the hash that the signature algorithm uses.
    private static string HashOf(string accessToken, string algorithm)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch
        {
            "256" => SHA256.HashData(bytes),
            "384" => SHA384.HashData(bytes),
            _ => SHA512.HashData(bytes),
        };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    private static IdTokenValidationException FromTheFuture(string what, DateTime moment, DateTime now) => new(
        IdTokenCheck.NotBefore, $"it {what} from {moment:O} on, and it is {now:O}. Set this machine's clock.");
}
