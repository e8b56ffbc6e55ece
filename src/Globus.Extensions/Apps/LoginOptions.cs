using Globus.Extensions.AuthorizationRequirements;

namespace Globus.Extensions.Apps;

/// <summary>What a login is to be like.</summary>
public sealed class LoginOptions
{
    /// <summary>Whether to log in although what is stored would serve. Default: <see langword="false"/>.</summary>
    public bool Force { get; set; }

    /// <summary>
    /// Further scopes, and how the person has to log in. If set, a login runs in any case. The scopes of the app are asked for as well.
    /// </summary>
    public GlobusAuthorizationParameters? Parameters { get; set; }
}
