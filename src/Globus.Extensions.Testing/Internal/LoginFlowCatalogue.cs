namespace Globus.Extensions.Testing.Internal;

/// <summary>All checks of login flows by name.</summary>
internal static class LoginFlowCatalogue
{
    public static readonly LoginFlowCheck[] All =
    [
        new("Says that it is available where it can log in", LoginResults.IsAvailable),
        new("Gives the tokens of a login that the person finishes", LoginResults.GivesTokens),
        new("Starts a flow of its own for every login", LoginResults.StartsFlowForEachLogin),
        new("Does not mix two logins at once", LoginResults.DoesNotMixLogins) { NeedsOwnGlobus = true },
        new("Exchanges a code once", LoginResults.ExchangesCodeOnce) { NeedsOwnGlobus = true },
        new("Asks for the scopes that it is told to", LoginRequests.AsksForScopes),
        new("Passes on how the person has to log in", LoginRequests.PassesOnSession),
        new("Asks for refresh tokens where the settings want them", LoginRequests.AsksForRefreshTokens),
        new("Asks for no refresh tokens by itself", LoginRequests.AsksForNoRefreshTokens),
        new("Proposes the label of the settings", LoginRequests.ProposesLabel),
        new("Passes on the further parameters of the settings", LoginRequests.PassesOnExtraParameters),
        new("Tells that the person denied the consent", LoginFailures.TellsDenial) { NeedsPerson = true },
        new("Does not take the answer to another login", LoginFailures.RefusesOtherLogin) { NeedsPerson = true, NeedsOwnGlobus = true },
        new("Tells that Globus refused the code", LoginFailures.TellsRefusedCode) { NeedsPerson = true, NeedsOwnGlobus = true },
        new("Asks nobody when it is cancelled before", LoginFailures.AsksNobodyWhenCancelled),
        new("Ends as cancelled while it waits for the person", LoginFailures.EndsWhenCancelled) { NeedsPerson = true },
        new("Logs in again after it was cancelled", LoginFailures.LogsInAfterCancellation) { NeedsPerson = true },
    ];

    public static LoginFlowCheck Find(string name) =>
        Array.Find(All, check => check.Name == name)
        ?? throw new ArgumentException($"There is no check named '{name}'. Take one of {nameof(LoginFlowConformance)}.{nameof(LoginFlowConformance.Checks)}.", nameof(name));
}
