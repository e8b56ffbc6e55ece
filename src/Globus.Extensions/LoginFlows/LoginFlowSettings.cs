namespace Globus.Extensions.LoginFlows;

/// <summary>What the logins of an app have in common.</summary>
public sealed record LoginFlowSettings
{
    /// <summary>Where the browser is sent with the answer, as it was configured. Default: the login client's own default.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>Whether refresh tokens are asked for. Default: <see langword="false"/>.</summary>
    public bool RequestRefreshTokens { get; init; }

    /// <summary>The label that the consent page proposes for a native client.</summary>
    public string? NativePrefillNamedGrant { get; init; }
}
