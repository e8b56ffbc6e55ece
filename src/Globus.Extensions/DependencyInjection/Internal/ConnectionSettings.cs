using Globus.Extensions.Configuration.Internal;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Reads the options of a connection as those of an app are read: the same defaults, the same variables, the same checks.</summary>
internal static class ConnectionSettings
{
    /// <summary>The options, complete.</summary>
    /// <exception cref="OptionsValidationException">An option is wrong.</exception>
    public static GlobusOptions Read(GlobusConnectionOptions given)
    {
        ArgumentNullException.ThrowIfNull(given.TimeProvider, nameof(given));
        ArgumentNullException.ThrowIfNull(given.LoggerFactory, nameof(given));
        var options = new GlobusOptions
        {
            AppName = given.AppName,
            Environment = given.Environment,
            AttemptTimeout = given.AttemptTimeout,
            TotalTimeout = given.TotalTimeout,
            CertificateAuthorityFile = given.CertificateAuthorityFile,
            UsePkceForConfidentialClients = given.UsePkceForConfidentialClients,
        };
        foreach (var (service, url) in given.ServiceUrls)
        {
            options.ServiceUrls[service] = url;
        }

        new GlobusOptionsDefaults(given.EnvironmentVariables).PostConfigure(Options.DefaultName, options);
        var failures = GlobusOptionsValidator.DescribeConnection(options, nameof(GlobusConnectionOptions));
        return failures.Count == 0 ? options : throw new OptionsValidationException(Options.DefaultName, typeof(GlobusConnectionOptions), failures);
    }
}
