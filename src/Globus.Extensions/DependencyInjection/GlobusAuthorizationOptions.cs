namespace Globus.Extensions.DependencyInjection;

/// <summary>How an HttpClient of the application's own is authorized. See <c>AddGlobusAuthorization</c>.</summary>
public sealed class GlobusAuthorizationOptions
{
    /// <summary>The name of the app whose tokens are used. Default: the app without a name.</summary>
    public string AppName { get; set; } = string.Empty;

    /// <summary>The resource server that the requests go to. Required.</summary>
    public string? ResourceServer { get; set; }

    /// <summary>Scopes of that resource server; they join those that the app requires.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>
    /// The URL below which the token may be sent: https, or http on a loopback address. Default: the <see cref="HttpClient.BaseAddress"/> that the
    /// client is configured with.
    /// </summary>
    public Uri? BaseUrl { get; set; }
}
