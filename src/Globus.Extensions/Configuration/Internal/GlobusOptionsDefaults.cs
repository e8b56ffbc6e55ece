using System.Globalization;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Configuration.Internal;

/// <summary>
/// Fills in what was left out: from the variables of the Python SDK first, so that a machine set up for it serves us, too.
/// </summary>
internal sealed class GlobusOptionsDefaults(IEnvironmentVariables environment) : IPostConfigureOptions<GlobusOptions>
{
    public const string UnnamedApp = "Unnamed Globus App";

    public const string DefaultNamespace = "DEFAULT";

    private static readonly string[] TrueWords = ["y", "yes", "t", "true", "on", "1"];

    private static readonly string[] FalseWords = ["n", "no", "f", "false", "off", "0"];

    public void PostConfigure(string? name, GlobusOptions options)
    {
        // The binder appends to lists, so a section that is bound twice, or layered, repeats its entries.
        RemoveRepeated(options.Services, StringComparer.OrdinalIgnoreCase);
        RemoveRepeated(options.LoginFlows, StringComparer.Ordinal);
        foreach (var scopes in options.ScopeRequirements.Values)
        {
            RemoveRepeated(scopes, StringComparer.Ordinal);
        }

        options.Environment ??= NonEmpty("GLOBUS_SDK_ENVIRONMENT") ?? GlobusEnvironments.Production;
        foreach (var service in GlobusServices.All)
        {
            if (!options.ServiceUrls.ContainsKey(service)
                && NonEmpty("GLOBUS_SDK_SERVICE_URL_" + service.ToUpperInvariant()) is { } url)
            {
                options.ServiceUrls[service] = url;
            }
        }

        options.AttemptTimeout ??= ReadTimeout(options);
        options.CertificateAuthorityFile ??= ReadCertificateAuthorityFile(options);

        options.AppName ??= string.IsNullOrEmpty(name) ? UnnamedApp : name;
        options.TokenStorage ??= "json";
        options.TokenNamespace ??= DefaultNamespace;
        var mayBeClient = options.ClientSecret is not null || options.HasOwnConfidentialClient;
        options.Kind ??= mayBeClient && options.LoginFlows.Count == 0 && !options.HasOwnLoginFlow ? GlobusAppKind.Client : GlobusAppKind.User;
        if (options.Kind == GlobusAppKind.User && options.LoginFlows.Count == 0)
        {
            options.LoginFlows.Add("auto");
        }

        if (options.Services.Count == 0)
        {
            foreach (var service in GlobusServices.WithClient)
            {
                options.Services.Add(service);
            }
        }
    }

    private TimeSpan ReadTimeout(GlobusOptions options)
    {
        const string Variable = "GLOBUS_SDK_HTTP_TIMEOUT";
        if (NonEmpty(Variable) is not { } text)
        {
            return TimeSpan.FromSeconds(60);
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            switch (seconds)
            {
                case -1:
                    return Timeout.InfiniteTimeSpan;
                case > 0 and <= 86_400:
                    return TimeSpan.FromSeconds(seconds);
            }
        }

        options.EnvironmentErrors.Add(
            $"The environment variable {Variable} is '{text}'; wanted is a number of seconds between 0 and 86400, or -1 for no limit.");
        return TimeSpan.FromSeconds(60);
    }

    private string? ReadCertificateAuthorityFile(GlobusOptions options)
    {
        const string Variable = "GLOBUS_SDK_VERIFY_SSL";
        if (NonEmpty(Variable) is not { } text || TrueWords.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        if (File.Exists(text))
        {
            return text;
        }

        if (FalseWords.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            options.EnvironmentWarnings.Add(
                $"{Variable}={text} is ignored: certificate checks cannot be switched off. Name a file of trusted authorities instead.");
            return null;
        }

        options.EnvironmentErrors.Add(
            $"The environment variable {Variable} is '{text}'; wanted is the path of an existing file of certificate authorities, or 1.");
        return null;
    }

    private static void RemoveRepeated(IList<string>? values, StringComparer comparer)
    {
        if (values is not { Count: > 1 })
        {
            return;
        }

        string[] distinct = [.. values.Distinct(comparer)];
        if (distinct.Length < values.Count)
        {
            values.Clear();
            foreach (var value in distinct)
            {
                values.Add(value);
            }
        }
    }

    private string? NonEmpty(string variable) =>
        environment.Get(variable)?.Trim() is { Length: > 0 } value ? value : null;
}
