using Globus.Extensions.Configuration;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.Tokens.Storage;
using Globus.Extensions.Tokens.Storage.Internal;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Checks the options against what is registered: the names of strategies, and the places of other apps.</summary>
internal sealed class StrategiesValidator(
    AppRegistration registration,
    IEnumerable<StrategyName<ITokenStorageFactory>> storages,
    IEnumerable<StrategyName<ILoginFlowManagerFactory>> flows,
    TokenLocations locations) : IValidateOptions<GlobusOptions>
{
    public const string UnprotectedStorage =
        "the app was given its storage as an object, which knows nothing of the protector that the app was given, too, and would keep the tokens as they are. "
        + "Give the protector to that object and leave ProtectTokens out, or have the app make its storage: AddTokenStorage(name, (services, context) => …).";

    public ValidateOptionsResult Validate(string? name, GlobusOptions options)
    {
        if (!string.Equals(name, registration.Name, StringComparison.Ordinal))
        {
            return ValidateOptionsResult.Skip;
        }

        var result = new ValidateOptionsResultBuilder();
        string[] knownStorages = [.. storages.Select(static storage => storage.Name).Distinct().Order(StringComparer.Ordinal)];
        if (!knownStorages.Contains(options.TokenStorage))
        {
            var remedy = options.TokenStorage == TokenStorageNames.Sqlite
                ? " It comes with the package Globus.Extensions.Sqlite: reference it, and call AddSqliteTokenStorage() on what AddGlobus returns."
                : "";
            Fail(nameof(GlobusOptions.TokenStorage), $"'{options.TokenStorage}' is no token storage that is registered. Known are: {string.Join(", ", knownStorages)}.{remedy}");
        }

        if (options is { TokenStorage: TokenStorageNames.Sqlite, TokenFilePath: ":memory:" })
        {
            Fail(nameof(GlobusOptions.TokenFilePath), $"a database in memory keeps nothing. Use the token storage '{TokenStorageNames.Memory}' instead.");
        }

        if (registration is { IsProtected: true, HasOwnStorage: true })
        {
            Fail(nameof(GlobusOptions.TokenStorage), UnprotectedStorage);
        }
        else if (registration.IsProtected && options.TokenStorage is (TokenStorageNames.NativeApps or TokenStorageNames.Sqlite))
        {
            Fail(
                nameof(GlobusOptions.TokenStorage),
                $"'{options.TokenStorage}' keeps tokens as they are, where other programs read them, but the app was told to protect them. Use '{TokenStorageNames.Json}', or leave the protector out.");
        }

        string[] knownFlows = [.. flows.Select(static flow => flow.Name).Distinct().Order(StringComparer.Ordinal)];
        foreach (var flow in options.LoginFlows.Where(flow => !knownFlows.Contains(flow)))
        {
            Fail(nameof(GlobusOptions.LoginFlows), $"'{flow}' is no login flow that is registered. Known are: {string.Join(", ", knownFlows)}.");
        }

        if (registration.LoginClient is { } loginClient)
        {
            foreach (var problem in OwnLoginClient.Describe(loginClient, options, registration.ConfigurationPath))
            {
                result.AddError(problem);
            }
        }

        if (options is { Kind: GlobusAppKind.User, HasOwnLoginFlow: false })
        {
            ValidateRedirectUri(options, Fail);
        }

        ValidateFile(options, Fail);
        return result.Build();

        void Fail(string setting, string problem) => result.AddError($"{registration.ConfigurationPath}:{setting}: {problem}");
    }

    private static void ValidateRedirectUri(GlobusOptions options, Action<string, string> fail)
    {
        if (options.LoginRedirectUri is null)
        {
            if ((options.ClientSecret is not null || options.HasOwnConfidentialClient) && options.LoginFlows.FirstOrDefault(NeedsRedirectUri) is { } needing)
            {
                fail(
                    nameof(GlobusOptions.LoginRedirectUri),
                    $"is missing: the login flow '{needing}' of a confidential client needs a redirect URI that is registered with the client.");
            }
        }
        else if (options.LoginFlows.Contains(LoginFlowNames.LocalServer) && LoopbackEndpoint.Describe(options.LoginRedirectUri) is { } problem)
        {
            fail(nameof(GlobusOptions.LoginRedirectUri), $"does not go with the login flow '{LoginFlowNames.LocalServer}': {problem}.");
        }

        static bool NeedsRedirectUri(string flow) => flow is LoginFlowNames.Auto or LoginFlowNames.LocalServer or LoginFlowNames.CommandLine;
    }

    // The extension of the default file, for the storages that keep one.
    private static string? ExtensionOf(string? storage) => storage switch
    {
        TokenStorageNames.Json => "json",
        TokenStorageNames.Sqlite => "db",
        _ => null,
    };

    private void ValidateFile(GlobusOptions options, Action<string, string> fail)
    {
        var isNativeApps = options.TokenStorage == TokenStorageNames.NativeApps;
        var extension = ExtensionOf(options.TokenStorage);
        if (registration.HasOwnStorage || (extension is null && !isNativeApps) || string.IsNullOrWhiteSpace(options.ClientId) || string.IsNullOrWhiteSpace(options.TokenNamespace))
        {
            return;
        }

        if (!isNativeApps && options.TokenFilePath is null && !TokenStoragePaths.TryGetSlug(options.AppName!, out _, out var problem))
        {
            fail(nameof(GlobusOptions.AppName), $"'{options.AppName}' cannot be part of a file name: {problem} Choose another one, or set {nameof(GlobusOptions.TokenFilePath)}.");
            return;
        }

        try
        {
            var file = options.TokenFilePath
                ?? (extension is null ? TokenStoragePaths.NativeAppsFile : TokenStoragePaths.GetDefaultPath(options.ClientId, options.AppName!, options.Environment!, extension));
            var part = isNativeApps ? NativeAppsTokenStorageFactory.SectionOf(options.ClientId, options.TokenNamespace) : options.TokenNamespace;
            if (locations.Claim(registration.Name, file, part) is { } owner)
            {
                fail(
                    nameof(GlobusOptions.TokenFilePath),
                    $"'{file}' with the {(isNativeApps ? "section" : "namespace")} '{part}' is where the app {(owner.Length == 0 ? "without a name" : $"'{owner}'")} keeps its tokens. "
                    + $"Give one of them another {nameof(GlobusOptions.TokenFilePath)} or {nameof(GlobusOptions.TokenNamespace)}.");
            }
        }
        catch (ArgumentException exception) when (options.TokenFilePath is not null)
        {
            fail(nameof(GlobusOptions.TokenFilePath), $"'{options.TokenFilePath}' is not a path: {exception.Message}");
        }
        catch (ArgumentException)
        {
            // The client id or the environment cannot be part of a path; their own checks say so.
        }
    }
}
