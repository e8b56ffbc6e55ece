using Globus.Extensions.Configuration;

namespace Globus.Extensions;

/// <summary>
/// The settings of one app: which client it is, whom it acts for, and where its tokens are kept.
/// </summary>
/// <remarks>
/// Bound from the configuration section <c>Globus</c> by <c>builder.AddGlobus()</c>. Lists are empty by default, because the
/// configuration binder appends to them; what an empty list means is said at each. Defaults that depend on other settings are
/// filled in after all configuration has run, and the result is validated at start and when the app is first used.
/// </remarks>
public sealed class GlobusOptions
{
    /// <summary>The client id (a UUID) of the application registered with Globus. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The client secret of a confidential client; <see langword="null"/> for a native one. It is read at every grant, so it may be rotated while
    /// the program runs.
    /// </summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Whom the app acts for. Default: <see cref="GlobusAppKind.Client"/> where a <see cref="ClientSecret"/> is set and
    /// no <see cref="LoginFlows"/> are, else <see cref="GlobusAppKind.User"/>.
    /// </summary>
    public GlobusAppKind? Kind { get; set; }

    /// <summary>
    /// The label for people, shown on the consent page and sent in the <c>User-Agent</c>; also a folder name in the default
    /// token path. Default: the name given to <c>AddGlobus</c>, else <c>Unnamed Globus App</c>.
    /// </summary>
    public string? AppName { get; set; }

    /// <summary>
    /// The Globus environment: <c>production</c>, <c>preview</c>, <c>sandbox</c>, <c>integration</c>, <c>test</c> or <c>staging</c>.
    /// Default: the variable <c>GLOBUS_SDK_ENVIRONMENT</c>, else <c>production</c>.
    /// </summary>
    public string? Environment { get; set; }

    /// <summary>
    /// Base URLs by short service name (<c>auth</c>, <c>groups</c>, <c>transfer</c>), in place of the environment's. They must be
    /// https, or http on a loopback address. Default for a service left out: the variable
    /// <c>GLOBUS_SDK_SERVICE_URL_&lt;SERVICE&gt;</c>, else the URL of the <see cref="Environment"/>.
    /// </summary>
    public IDictionary<string, string> ServiceUrls { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The services whose default scopes the app requires: <c>auth</c>, <c>groups</c>, <c>transfer</c>. Empty means all three. The
    /// client of a service that is left out refuses to send requests.
    /// </summary>
    public IList<string> Services { get; } = [];

    /// <summary>
    /// Scopes by resource server (<c>groups.api.globus.org</c>). An entry replaces the default scopes of that resource server; an entry for
    /// another resource server adds it.
    /// </summary>
    public IDictionary<string, IList<string>> ScopeRequirements { get; } = new Dictionary<string, IList<string>>(StringComparer.Ordinal);

    /// <summary>The name of the token storage: <c>json</c> (default), <c>native-apps</c>, <c>memory</c>, <c>none</c>, or one that was added.</summary>
    public string? TokenStorage { get; set; }

    /// <summary>
    /// The file of a storage that keeps one. Default: where the Globus Python SDK keeps its own, so that a login serves both:
    /// <c>~/.globus/app/{client id}/{app name}/tokens.json</c>, below the local application data on Windows. That of <c>native-apps</c>:
    /// <c>~/.globus-native-apps.cfg</c>.
    /// </summary>
    public string? TokenFilePath { get; set; }

    /// <summary>The namespace inside the token storage. Default: <c>DEFAULT</c>, which <c>native-apps</c> takes for the section of the client id.</summary>
    public string? TokenNamespace { get; set; }

    /// <summary>
    /// The names of the login flows to try, in order: <c>auto</c>, <c>local-server</c>, <c>command-line</c>, or one that was added. Empty means <c>auto</c> for an app of
    /// a user; must be empty for an app of a client.
    /// </summary>
    public IList<string> LoginFlows { get; } = [];

    /// <summary>
    /// The redirect URI of the login, sent exactly as written. Required for a confidential client; <c>local-server</c> needs one on a loopback address then, with its
    /// port. Default for a native client: <c>local-server</c> listens on a free port of 127.0.0.1; for <c>command-line</c>, the page of Globus Auth that shows the code.
    /// </summary>
    public string? LoginRedirectUri { get; set; }

    /// <summary>Whether a login asks for refresh tokens, so that it lasts for months of use. Default: <see langword="false"/>.</summary>
    public bool RequestRefreshTokens { get; set; }

    /// <summary>
    /// The command by which a person logs this app in, such as <c>archive login</c>: messages name it where no login flow can run. Default: none.
    /// </summary>
    public string? LoginCommand { get; set; }

    /// <summary>
    /// What happens when a request needs a login. Default: <see cref="LoginRequiredBehavior.Login"/> where a person is at hand
    /// (a browser opens, standard input is a terminal, or the login flow needs neither), else <see cref="LoginRequiredBehavior.Throw"/>.
    /// </summary>
    public LoginRequiredBehavior? OnLoginRequired { get; set; }

    /// <summary>
    /// Whether an answer that carries authorization requirements ("log in again like this") starts such a login and sends the
    /// request once more. Default: <see langword="false"/>.
    /// </summary>
    public bool RedriveAuthorizationRequirements { get; set; }

    /// <summary>Whether a confidential client sends a PKCE challenge, too (RFC 9700, section 2.1.1). Default: <see langword="true"/>.</summary>
    public bool UsePkceForConfidentialClients { get; set; } = true;

    /// <summary>
    /// Whether a login that asks for <c>openid</c> sends a random nonce, which the ID token has to repeat (OpenID Connect Core, section 3.1.2.1).
    /// Default: <see langword="true"/>.
    /// </summary>
    public bool UseNonce { get; set; } = true;

    /// <summary>
    /// How long before its end a token is renewed in the background while it goes on being used. Default: 5 minutes; never
    /// more than a quarter of the token's life.
    /// </summary>
    public TimeSpan RenewTokensBefore { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long before its end a token is no longer used. Default: 60 seconds.</summary>
    public TimeSpan TokenExpiryMargin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The time one attempt of a request may take, its answer included; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// Default: the variable <c>GLOBUS_SDK_HTTP_TIMEOUT</c> in seconds, else 60 seconds.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// The time a request may take with all its attempts and pauses; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Logins
    /// and token renewals do not count. Default: 5 minutes.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A PEM file of certificate authorities to trust in place of the system's. Default: the file named by the variable
    /// <c>GLOBUS_SDK_VERIFY_SSL</c>, if it names one. Certificate checks cannot be switched off.
    /// </summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>The app was given a login client, so it needs no secret.</summary>
    internal bool HasOwnLoginClient { get; set; }

    /// <summary>The login client that the app was given has a secret.</summary>
    internal bool HasOwnConfidentialClient { get; set; }

    /// <summary>The app was given a login flow, in place of those in <see cref="LoginFlows"/>.</summary>
    internal bool HasOwnLoginFlow { get; set; }

    /// <summary>What the environment holds that cannot be understood; reported by the validator.</summary>
    internal List<string> EnvironmentErrors { get; } = [];

    /// <summary>What the environment asks for and does not get; logged once as a warning.</summary>
    internal List<string> EnvironmentWarnings { get; } = [];
}
