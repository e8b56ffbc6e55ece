using Globus.Extensions.Http;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.Testing.Internal;

/// <summary>Logins that do not come to tokens.</summary>
internal static class LoginFailures
{
    public static async Task TellsDenial(LoginTrial trial)
    {
        var error = await trial.FailAsync(trial.Create(ScriptedGlobus.Deny)).ConfigureAwait(false);

        Require.That(error is AuthorizationResponseException, $"a denied consent is told as {error.GetType().Name}, not as {nameof(AuthorizationResponseException)}: {error.Message}");
        var code = ((AuthorizationResponseException)error).Error;
        Require.That(code == "access_denied", $"a denied consent is told with the error '{code}', not with 'access_denied'");
    }

    public static async Task RefusesOtherLogin(LoginTrial trial)
    {
        // Whoever sends the person there wants them to log in as somebody else. To refuse it is right, and so is to wait for the true answer.
        var manager = trial.Create(url => [Forge(url), trial.Globus.Allow(url)]);
        try
        {
            await trial.RunAsync(manager).ConfigureAwait(false);
        }
        catch (LoginFlowException)
        {
            Require.That(trial.Globus.Exchanges == 0, "the manager exchanged the code of an answer whose state is not that of its login");
            return;
        }

        Require.That(trial.Globus.Exchanges == 1, "the manager exchanged the code of an answer whose state is not that of its login, too");
    }

    public static async Task TellsRefusedCode(LoginTrial trial)
    {
        var error = await trial.FailAsync(trial.Create(static url =>
        {
            var request = Queries.Read(url.Query);
            return Queries.Append(request["redirect_uri"], ("code", "unknown"), ("state", request["state"]));
        })).ConfigureAwait(false);

        Require.That(error is AuthApiException, $"a code that Globus refuses is told as {error.GetType().Name}, not as {nameof(AuthApiException)}: {error.Message}");
    }

    public static async Task AsksNobodyWhenCancelled(LoginTrial trial)
    {
        var isAsked = false;
        var manager = trial.Create(url =>
        {
            isAsked = true;
            return trial.Globus.Allow(url);
        });

        var error = await trial.EndAsync(manager, new CancellationToken(canceled: true)).ConfigureAwait(false);

        Require.That(error is OperationCanceledException, $"a login that is cancelled before it begins ends with {error.GetType().Name}: {error.Message}");
        Require.That(!isAsked, "the person was asked to log in although the login was cancelled before");
    }

    public static Task EndsWhenCancelled(LoginTrial trial) => CancelAsync(trial, new TaskCompletionSource<IReadOnlyList<Uri>>());

    public static async Task LogsInAfterCancellation(LoginTrial trial)
    {
        await CancelAsync(trial, new TaskCompletionSource<IReadOnlyList<Uri>>()).ConfigureAwait(false);

        var tokens = await trial.RunAsync(trial.Create()).ConfigureAwait(false);

        Require.That(tokens.Tokens.Count > 0, "RunLoginFlowAsync gave no token after a login that was cancelled");
    }

    private static async Task CancelAsync(LoginTrial trial, TaskCompletionSource<IReadOnlyList<Uri>> never)
    {
        var visited = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var manager = trial.Create((_, token) =>
        {
            visited.TrySetResult(true);
            return never.Task.WaitAsync(token);
        });
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(trial.CancellationToken);
        var login = trial.EndAsync(manager, cancellation.Token);
        await trial.InTimeAsync(visited.Task).ConfigureAwait(false);

        await cancellation.CancelAsync().ConfigureAwait(false);

        var error = await login.ConfigureAwait(false);
        Require.That(error is OperationCanceledException, $"a login that is cancelled while the person is away ends with {error.GetType().Name}: {error.Message}");
    }

    private static Uri Forge(Uri authorizeUrl) =>
        Queries.Append(Queries.Read(authorizeUrl.Query)["redirect_uri"], ("code", "of-another-login"), ("state", "of-another-login"));
}
