namespace Globus.Extensions.Testing.Internal;

/// <summary>Logins that succeed.</summary>
internal static class LoginResults
{
    public static Task IsAvailable(LoginTrial trial)
    {
        Require.That(trial.Create().IsAvailable, "IsAvailable is not set, although a person is at hand or none is needed");
        return Task.CompletedTask;
    }

    public static async Task GivesTokens(LoginTrial trial)
    {
        var tokens = await trial.RunAsync(trial.Create()).ConfigureAwait(false);

        Require.That(tokens.Tokens.Count > 0, "RunLoginFlowAsync gave no token");
        Require.That(tokens.Tokens.Any(static token => token.Scope.Contains("openid", StringComparison.Ordinal)), "RunLoginFlowAsync gave no token with the scope 'openid', which was asked for");
    }

    public static async Task StartsFlowForEachLogin(LoginTrial trial)
    {
        var manager = trial.Create();
        await trial.RunAsync(manager).ConfigureAwait(false);
        await trial.RunAsync(manager).ConfigureAwait(false);

        var flows = trial.Client.Flows;
        Require.That(flows.Count == 2, $"the manager started {flows.Count} flows for two logins");
        Require.That(flows[0].State != flows[1].State, "two logins had the same state");
    }

    public static async Task DoesNotMixLogins(LoginTrial trial)
    {
        var logins = await Task.WhenAll(trial.RunAsync(trial.Create()), trial.RunAsync(trial.Create())).ConfigureAwait(false);

        string[] access = [.. logins.Select(static login => login.Tokens[0].AccessToken)];
        Require.That(access[0] != access[1], "two logins of two managers gave the same token");
        Require.That(
            trial.Client.Flows.All(flow => access.Contains("access-" + flow.State)), "a login gave a token that belongs to the flow of neither of two managers");
    }

    public static async Task ExchangesCodeOnce(LoginTrial trial)
    {
        await trial.RunAsync(trial.Create()).ConfigureAwait(false);

        Require.That(trial.Globus.Exchanges == 1, $"the manager sent {trial.Globus.Exchanges} requests for tokens in one login");
    }
}
