using Globus.Extensions.Configuration;
using Globus.Extensions.Configuration.Internal;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Checks a login client that the application made itself against the options of the app that uses it.</summary>
internal static class OwnLoginClient
{
    /// <summary>Says what does not fit. A substitute that has no id or URL is taken as it is.</summary>
    public static IEnumerable<string> Describe(GlobusLoginClient loginClient, GlobusOptions options, string path)
    {
        if (loginClient.ClientId is { Length: > 0 } clientId && !string.Equals(clientId, options.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{path}:{nameof(GlobusOptions.ClientId)}: '{options.ClientId}' is configured, but the login client that the app was given is '{clientId}'. "
                + "Leave the setting out, or give the app the login client of that id.";
        }

        if (loginClient.AuthUrl is { } url && GlobusEnvironments.IsKnown(options.Environment!) && AuthUrlOf(options) is { } expected && url != expected)
        {
            yield return $"{path}:{nameof(GlobusOptions.Environment)}: the app works with {Name(expected)}, but the login client that it was given with {Name(url)}. "
                + "Make both for the same environment and the same service URL of Auth.";
        }

        if (options.Kind == GlobusAppKind.Client && loginClient is not ConfidentialLoginClient)
        {
            yield return $"{path}:{nameof(GlobusOptions.Kind)}: an app of kind {GlobusAppKind.Client} needs a {nameof(ConfidentialLoginClient)}; it was given a {loginClient.GetType().Name}.";
        }
    }

    // A URL that is none is for another check to report.
    private static Uri? AuthUrlOf(GlobusOptions options) =>
        options.ServiceUrls.TryGetValue(GlobusServices.Auth, out var url) && ServiceUrl.Describe(url) is not null ? null : ServiceUrl.Get(options, GlobusServices.Auth);

    private static string Name(Uri authUrl) =>
        GlobusEnvironments.Names.FirstOrDefault(name => GlobusEnvironments.GetServiceUrl(name, GlobusServices.Auth) == authUrl) is { } name
            ? $"the environment '{name}' ({authUrl})"
            : authUrl.AbsoluteUri;
}
