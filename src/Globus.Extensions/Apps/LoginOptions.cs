using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;

namespace Globus.Extensions.Apps;

/// <summary>What a login is to be like. What is left out is as the app's options say.</summary>
/// <remarks>
/// <see cref="RequestRefreshTokens"/>, <see cref="NamedGrant"/>, <see cref="ExtraParameters"/>, <see cref="Flows"/> and <see cref="OpenBrowser"/> are about the
/// login flow: they have no effect on an app that acts for its client, and are refused by one that was given its flow as an object, which has settings
/// of its own.
/// </remarks>
public sealed class LoginOptions
{
    /// <summary>
    /// Scopes that are needed besides those that the app requires, which they join. If a stored token that may be used, or renewed, holds them all,
    /// they need no login; optional ones never do. Default: none.
    /// </summary>
    public IEnumerable<string>? Scopes { get; set; }

    /// <summary>
    /// Further scopes, and how the person has to log in. If set, a login runs in any case. The scopes of the app are asked for as well.
    /// </summary>
    public GlobusAuthorizationParameters? Parameters { get; set; }

    /// <summary>Whether to log in although what is stored would serve. Default: <see langword="false"/>.</summary>
    public bool Force { get; set; }

    /// <summary>
    /// Whether to ask for refresh tokens. If <see langword="true"/>, a stored token that is needed and has none does not serve. Default:
    /// <see cref="GlobusOptions.RequestRefreshTokens"/>.
    /// </summary>
    public bool? RequestRefreshTokens { get; set; }

    /// <summary>The label that the consent page proposes for a native client. Default: the name of the app and of the machine.</summary>
    public string? NamedGrant { get; set; }

    /// <summary>Further query parameters of the authorize URL. Names that the protocol uses are refused. Default: none.</summary>
    public IEnumerable<KeyValuePair<string, string>>? ExtraParameters { get; set; }

    /// <summary>The names of the login flows to try, in order, see <see cref="LoginFlowNames"/>. Default, also if empty: <see cref="GlobusOptions.LoginFlows"/>.</summary>
    public IEnumerable<string>? Flows { get; set; }

    /// <summary>Whether a flow that could open a browser by itself may do so; if not, it shows the address. Default: <see langword="true"/>.</summary>
    public bool? OpenBrowser { get; set; }
}
