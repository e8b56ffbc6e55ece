using System.Text;

namespace Globus.Extensions.OpenId;

/// <summary>
/// How an ID token is validated. The defaults are what OpenID Connect asks for; the signature is checked whatever is set here.
/// </summary>
public sealed record IdTokenValidationOptions
{
    /// <summary>
    /// By how much this machine's clock and the server's may differ. Default: 5 minutes. The clock of a response that came from a client has been put right by
    /// the <c>Date</c> that came with it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan ClockSkew
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMinutes(5);

    /// <summary>Whether <c>exp</c>, <c>nbf</c> and <c>iat</c> are compared with the clock. Default: <see langword="true"/>.</summary>
    public bool ValidateLifetime { get; init; } = true;

    /// <summary>Whether <c>at_hash</c>, where the token has it, must fit the first access token of the answer. Default: <see langword="true"/>.</summary>
    public bool ValidateAccessTokenHash { get; init; } = true;

    /// <summary>Whom the token must be for. Default: the id of the login client that got it.</summary>
    public string? ValidAudience { get; init; }

    /// <summary>Who must have issued it. Default: the issuer of the discovery document.</summary>
    public string? ValidIssuer { get; init; }

    /// <summary>The nonce that the token must repeat. Default: the one that the login sent, if it sent one.</summary>
    public string? Nonce { get; init; }

    /// <summary>Leaves out the nonce.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("ClockSkew = ").Append(ClockSkew)
            .Append(", ValidateLifetime = ").Append(ValidateLifetime)
            .Append(", ValidateAccessTokenHash = ").Append(ValidateAccessTokenHash)
            .Append(", ValidAudience = ").Append(ValidAudience)
            .Append(", ValidIssuer = ").Append(ValidIssuer);
        return true;
    }
}
