namespace Globus.Extensions.OpenId;

/// <summary>The checks that an ID token has to pass, in their order.</summary>
public enum IdTokenCheck
{
    /// <summary>It is a signed token of three parts with readable claims; encrypted and unsigned ones are refused.</summary>
    Format,

    /// <summary>The algorithm is asymmetric, one of RSA, and announced by the discovery document.</summary>
    Algorithm,

    /// <summary>The key that signed it is in the key set.</summary>
    Key,

    /// <summary>The signature is the key's.</summary>
    Signature,

    /// <summary>The issuer is the expected one.</summary>
    Issuer,

    /// <summary>The token is for this client.</summary>
    Audience,

    /// <summary>The token has not ended.</summary>
    Expiry,

    /// <summary>The token counts already, and was not issued in the future.</summary>
    NotBefore,

    /// <summary>The token repeats what the login sent, so that it is the answer to it.</summary>
    Nonce,

    /// <summary>The token belongs to the access token that came with it.</summary>
    AccessTokenHash,
}
