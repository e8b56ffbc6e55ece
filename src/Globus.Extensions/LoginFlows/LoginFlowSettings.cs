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

    /// <summary>Further query parameters of the authorize URL. Names that the protocol uses are refused. Default: none.</summary>
    public IEnumerable<KeyValuePair<string, string>>? ExtraParameters { get; init; }

    /// <summary>Whether a flow that could open a browser by itself may do so. Default: <see langword="true"/>.</summary>
    public bool OpenBrowser { get; init; } = true;
}
