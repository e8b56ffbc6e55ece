using System.Diagnostics.Metrics;
using Globus.Extensions.Configuration.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions;

/// <summary>How a <see cref="GlobusConnection"/> reaches Globus. What is left out is as an app has it, the <c>GLOBUS_SDK_*</c> variables included.</summary>
public sealed class GlobusConnectionOptions
{
    /// <summary>The label of the program in the <c>User-Agent</c>. Default: <c>Unnamed Globus App</c>.</summary>
    public string? AppName { get; set; }

    /// <summary>The Globus environment. Default: the variable <c>GLOBUS_SDK_ENVIRONMENT</c>, else <c>production</c>.</summary>
    public string? Environment { get; set; }

    /// <summary>
    /// Base URLs by short service name (<c>auth</c>, <c>groups</c>, <c>transfer</c>), in place of the environment's. They must be https, or
    /// http on a loopback address. Default for a service left out: the variable <c>GLOBUS_SDK_SERVICE_URL_&lt;SERVICE&gt;</c>, else the URL of
    /// the <see cref="Environment"/>.
    /// </summary>
    public IDictionary<string, string> ServiceUrls { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The time one attempt of a request may take, its answer included; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// Default: the variable <c>GLOBUS_SDK_HTTP_TIMEOUT</c> in seconds, else 60 seconds.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// The time a request may take with all its attempts and pauses; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Token renewals do
    /// not count. Default: 5 minutes.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A PEM file of certificate authorities to trust in place of the system's. Default: the file named by the variable
    /// <c>GLOBUS_SDK_VERIFY_SSL</c>, if it names one. Without effect on a <see cref="PrimaryHandler"/> of one's own.
    /// </summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>Whether a confidential client sends a PKCE challenge, too (RFC 9700, section 2.1.1). Default: <see langword="true"/>.</summary>
    public bool UsePkceForConfidentialClients { get; set; } = true;

    /// <summary>
    /// What requests leave by in the end, in place of the connection's own <see cref="SocketsHttpHandler"/>: for a proxy, or a test. Whoever made
    /// it disposes it. It must neither follow redirects nor send anything twice, since it sees codes that work once.
    /// </summary>
    public HttpMessageHandler? PrimaryHandler { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where loggers come from. Default: nothing is logged.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>
    /// Where the meter of the connection comes from. Default: one that the whole process shares, <see cref="Diagnostics.GlobusTelemetry.MeterName"/>. What an authorizer
    /// renews is measured by its own, <see cref="Authorizers.RenewingAuthorizerOptions.MeterFactory"/>.
    /// </summary>
    public IMeterFactory? MeterFactory { get; set; }

    /// <summary>Where the <c>GLOBUS_SDK_*</c> variables come from.</summary>
    internal IEnvironmentVariables EnvironmentVariables { get; set; } = new ProcessEnvironmentVariables();
}
