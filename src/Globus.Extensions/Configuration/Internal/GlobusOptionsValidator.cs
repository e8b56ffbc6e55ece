using System.Globalization;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Configuration.Internal;

/// <summary>Checks what one app's options say by themselves; each message names the configuration path, never a secret.</summary>
internal sealed class GlobusOptionsValidator(string appName, Func<string> configurationPath) : IValidateOptions<GlobusOptions>
{
    private const string WhereToRegister = "Register an application at https://app.globus.org/settings/developers and use the id it gets.";

    /// <summary>Says why a text is no client id, or <see langword="null"/> if it is one.</summary>
    public static string? DescribeClientId(string clientId) => Guid.TryParseExact(clientId, "D", out _)
        ? null
        : $"'{clientId}' is not a client id, which is a UUID such as 3f0e9a1c-1111-4222-8333-444455556666. {WhereToRegister}";

    /// <summary>Checks only how Globus is reached.</summary>
    public static IReadOnlyList<string> DescribeConnection(GlobusOptions options, string path)
    {
        List<string> failures = [];
        void Fail(string setting, string problem) => failures.Add($"{path}:{setting}: {problem}");

        ValidateServices(options, Fail);
        ValidateTimes(options, Fail);
        failures.AddRange(options.EnvironmentErrors);
        return failures;
    }

    public ValidateOptionsResult Validate(string? name, GlobusOptions options)
    {
        if (!string.Equals(name, appName, StringComparison.Ordinal))
        {
            return ValidateOptionsResult.Skip;
        }

        var result = new ValidateOptionsResultBuilder();
        void Fail(string setting, string problem) => result.AddError($"{configurationPath()}:{setting}: {problem}");

        ValidateClient(options, Fail);
        ValidateServices(options, Fail);
        ValidateLogin(options, Fail);
        ValidateTimes(options, Fail);
        foreach (var error in options.EnvironmentErrors)
        {
            result.AddError(error);
        }

        return result.Build();
    }

    private static void ValidateClient(GlobusOptions options, Action<string, string> fail)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            fail(
                nameof(GlobusOptions.ClientId),
                options.ClientSecret is null ? $"is missing. {WhereToRegister}" : $"is missing, although a client secret is set. {WhereToRegister}");
        }
        else if (DescribeClientId(options.ClientId) is { } problem)
        {
            fail(nameof(GlobusOptions.ClientId), problem);
        }

        if (options.ClientSecret is { } secret && string.IsNullOrWhiteSpace(secret))
        {
            fail(nameof(GlobusOptions.ClientSecret), "is empty. Set the secret of the confidential client, or leave the setting out for a native one.");
        }

        if (options.ClientSecret is not null && options.HasOwnLoginClient)
        {
            fail(nameof(GlobusOptions.ClientSecret), "is set, but the login client that the app was given has its own secret, if any. Leave the setting out.");
        }

        if (string.IsNullOrWhiteSpace(options.TokenNamespace))
        {
            fail(nameof(GlobusOptions.TokenNamespace), "is empty. Leave it out for 'DEFAULT'.");
        }
    }

    private static void ValidateServices(GlobusOptions options, Action<string, string> fail)
    {
        if (!GlobusEnvironments.IsKnown(options.Environment!))
        {
            fail(
                nameof(GlobusOptions.Environment),
                $"'{options.Environment}' is no Globus environment. Allowed are: {string.Join(", ", GlobusEnvironments.Names)}.");
        }

        foreach (var (service, url) in options.ServiceUrls)
        {
            var setting = $"{nameof(GlobusOptions.ServiceUrls)}:{service}";
            if (!GlobusServices.All.Contains(service, StringComparer.OrdinalIgnoreCase))
            {
                fail(setting, $"is no Globus service. Allowed are: {string.Join(", ", GlobusServices.All)}.");
            }
            else if (ServiceUrl.Describe(url) is { } problem)
            {
                fail(setting, $"'{url}' {problem}");
            }
        }

        foreach (var service in options.Services)
        {
            if (!GlobusServices.WithClient.Contains(service, StringComparer.OrdinalIgnoreCase))
            {
                fail(
                    nameof(GlobusOptions.Services),
                    $"'{service}' is no service with a client here. Allowed are: {string.Join(", ", GlobusServices.WithClient)}. "
                    + $"Scopes of other services go to {nameof(GlobusOptions.ScopeRequirements)}.");
            }
        }

        foreach (var (resourceServer, scopes) in options.ScopeRequirements)
        {
            if (scopes is null || scopes.Count == 0 || scopes.Any(string.IsNullOrWhiteSpace))
            {
                fail($"{nameof(GlobusOptions.ScopeRequirements)}:{resourceServer}", "needs at least one scope, and none may be empty.");
            }
        }

        if (options.CertificateAuthorityFile is { } file && !File.Exists(file))
        {
            fail(nameof(GlobusOptions.CertificateAuthorityFile), $"'{file}' does not exist. Name a PEM file of certificate authorities.");
        }
    }

    private static void ValidateLogin(GlobusOptions options, Action<string, string> fail)
    {
        // The binder takes any number for a value of an enum.
        if (options.Kind is not (GlobusAppKind.User or GlobusAppKind.Client))
        {
            fail(nameof(GlobusOptions.Kind), $"'{options.Kind}' is no kind of app. Allowed are: {string.Join(", ", Enum.GetNames<GlobusAppKind>())}.");
        }

        if (options.OnLoginRequired is not (null or LoginRequiredBehavior.Login or LoginRequiredBehavior.Throw))
        {
            fail(
                nameof(GlobusOptions.OnLoginRequired),
                $"'{options.OnLoginRequired}' is not known. Allowed are: {string.Join(", ", Enum.GetNames<LoginRequiredBehavior>())}.");
        }

        if (options.Kind == GlobusAppKind.Client)
        {
            if (options.ClientSecret is null && !options.HasOwnLoginClient)
            {
                fail(nameof(GlobusOptions.ClientSecret), $"is missing, and an app of kind {GlobusAppKind.Client} has to have one.");
            }

            if (options.HasOwnLoginFlow)
            {
                fail(
                    nameof(GlobusOptions.Kind),
                    $"is {GlobusAppKind.Client}, which never logs a person in, but the app was given a login flow. Set it to {GlobusAppKind.User}, or leave the login flow out.");
            }

            if (options.LoginFlows.Count > 0)
            {
                fail(
                    nameof(GlobusOptions.LoginFlows),
                    $"'{string.Join(", ", options.LoginFlows)}' is set, but an app of kind {GlobusAppKind.Client} never logs a person in. "
                    + $"Leave it out, or set {nameof(GlobusOptions.Kind)} to {GlobusAppKind.User}.");
            }
        }

        if (options.LoginRedirectUri is not { } redirect)
        {
            return;
        }

        // On Unix "/path" is an absolute URI, too, of a file.
        if (!Uri.TryCreate(redirect, UriKind.Absolute, out var uri) || uri.IsFile || uri.Fragment.Length > 0)
        {
            fail(nameof(GlobusOptions.LoginRedirectUri), $"'{redirect}' is not an absolute URI without a fragment (RFC 6749, section 3.1.2).");
        }
    }

    private static void ValidateTimes(GlobusOptions options, Action<string, string> fail)
    {
        NotNegative(nameof(GlobusOptions.RenewTokensBefore), options.RenewTokensBefore);
        NotNegative(nameof(GlobusOptions.TokenExpiryMargin), options.TokenExpiryMargin);
        PositiveOrInfinite(nameof(GlobusOptions.AttemptTimeout), options.AttemptTimeout!.Value);
        PositiveOrInfinite(nameof(GlobusOptions.TotalTimeout), options.TotalTimeout);

        void NotNegative(string setting, TimeSpan value)
        {
            if (value < TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                fail(setting, $"'{Format(value)}' is not between zero and one day.");
            }
        }

        void PositiveOrInfinite(string setting, TimeSpan value)
        {
            if (value != Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1)))
            {
                fail(setting, $"'{Format(value)}' is not between zero and one day, nor -00:00:00.001 for no limit.");
            }
        }

        static string Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
    }
}
