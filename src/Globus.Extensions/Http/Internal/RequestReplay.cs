namespace Globus.Extensions.Http.Internal;

/// <summary>What it means to send a request twice, where its method alone does not tell.</summary>
internal enum RequestReplay
{
    /// <summary>GET, HEAD, PUT and DELETE may be sent again; POST and PATCH may not.</summary>
    ByMethod,

    /// <summary>A POST that only reads, or that the service makes idempotent.</summary>
    Harmless,

    /// <summary>A refresh grant: once more at most, since the service may have rotated the token already.</summary>
    RefreshGrant,

    /// <summary>A grant whose code works once.</summary>
    AuthorizationCodeGrant,
}
