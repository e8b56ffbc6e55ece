using Globus.Extensions.Configuration;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps.Internal;

/// <summary>What people are told to do.</summary>
internal static class AppTexts
{
    public static string NotRequired(string resourceServer)
    {
        var service = resourceServer switch
        {
            GlobusResourceServers.Auth => GlobusServices.Auth,
            GlobusResourceServers.Groups => GlobusServices.Groups,
            GlobusResourceServers.Transfer => GlobusServices.Transfer,
            _ => null,
        };
        return service is null
            ? $"The app requires no scopes of '{resourceServer}', so it has no token for it. Name them in Globus:ScopeRequirements:{resourceServer}, "
                + "in AddGlobusAuthorization, or by AddScopeRequirements."
            : $"The app requires no scopes of '{resourceServer}', so it has no token for it. Add '{service}' to Globus:Services.";
    }

    public static string OwnLoginFlow(ILoginFlowManager flow) =>
        $"The app was given its login flow, a {flow.GetType().Name}, as an object with settings of its own: a single login cannot choose another flow, nor other settings. "
        + "Set them on that object, or have the app make its flows: add them by AddLoginFlow, and name them in Globus:LoginFlows.";

    /// <summary>The same exception with the way out for a program that nobody watches.</summary>
    public static GlobusException WithAdvice(GlobusException error, string? loginCommand) => error switch
    {
        TokenRenewalException renewal => new TokenRenewalException(renewal.ResourceServer, renewal.Reason + LoginAdvice(loginCommand), renewal.InnerException),
        TokenValidationException validation => validation.WithAdvice(LoginAdvice(loginCommand)),
        _ => error,
    };

    /// <summary>The same exception with the command that logs in, for calls that never log in by themselves.</summary>
    public static TokenValidationException WithLoginCommand(TokenValidationException error, string? loginCommand) =>
        string.IsNullOrWhiteSpace(loginCommand) ? error : error.WithAdvice($" The command for it is '{loginCommand}'.");

    private static string LoginAdvice(string? loginCommand) => string.IsNullOrWhiteSpace(loginCommand)
        ? " Nobody is at hand to log in: call IGlobusApp.LoginAsync where somebody is (a console program with the same client id and token storage), "
            + "or set Globus:OnLoginRequired to Login."
        : $" Nobody is at hand to log in: run '{loginCommand}' where somebody is, or set Globus:OnLoginRequired to Login.";
}
