using System.CommandLine;
using System.Globalization;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Login;

/// <summary><c>tokens</c>: shows what is stored and when it ends, never a token. Asks nobody, and renews nothing.</summary>
internal static class TokensCommand
{
    private static readonly string[] Columns = ["Resource server", "Ends", "Renewable", "Scopes"];

    public static Command Create()
    {
        var command = new Command("tokens", "Show what is stored, and when it ends");
        command.SetAction((arguments, _) => Session.RunAsync(arguments, RunAsync));
        return command;
    }

    public static async Task RunAsync(Session session)
    {
        await Stored.ThrowIfNothingAsync(session);
        var now = TimeProvider.System.GetUtcNow();
        var tokens = await session.Get<ITokenStorage>().GetAllAsync(session.Stopping);
        Screen.ShowTable(Columns, tokens.Values.OrderBy(token => token.ResourceServer, StringComparer.Ordinal).Select(token => (ForPeople(token, now), ForScripts(token))));
    }

    private static string[] ForPeople(TokenData token, DateTimeOffset now) =>
        [token.ResourceServer, Describe(token.ExpiresAt - now), token.RefreshToken is null ? "no" : "yes", token.Scope];

    private static string[] ForScripts(TokenData token) =>
    [
        token.ResourceServer,
        token.ExpiresAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        token.RefreshToken is null ? "no" : "yes",
        token.Scope,
    ];

    private static string Describe(TimeSpan left) => left switch
    {
        { Ticks: <= 0 } => "has ended",
        { TotalMinutes: < 1 } => "in less than a minute",
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"in {left.Minutes} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"in {(int)left.TotalHours} h {left.Minutes} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"in {(int)left.TotalDays} days"),
    };
}
