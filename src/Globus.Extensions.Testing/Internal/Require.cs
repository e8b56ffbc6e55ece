using System.Globalization;
using System.Runtime.CompilerServices;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Testing.Internal;

/// <summary>What a check asks for, with messages that name the difference.</summary>
internal static class Require
{
    public static void That(bool condition, string problem)
    {
        if (!condition)
        {
            throw new CheckFailedException(problem);
        }
    }

    /// <summary>The record must be there, and the same in every member.</summary>
    public static void Same(TokenData? actual, TokenData expected, [CallerArgumentExpression(nameof(actual))] string? call = null)
    {
        if (actual is null)
        {
            throw new CheckFailedException($"{call} gave no record of {Quote(expected.ResourceServer)}, which was stored");
        }

        if (!expected.Equals(actual))
        {
            throw new CheckFailedException($"{call} gave another record of {Quote(expected.ResourceServer)} than was stored: {string.Join(", ", Differences(actual, expected))}");
        }
    }

    /// <summary>Exactly these records must be there, each under its resource server.</summary>
    public static void Same(
        IReadOnlyDictionary<string, TokenData> actual,
        IReadOnlyCollection<TokenData> expected,
        [CallerArgumentExpression(nameof(actual))] string? call = null)
    {
        var names = expected.Select(static token => token.ResourceServer).ToHashSet(StringComparer.Ordinal);
        var missing = names.Where(name => !actual.ContainsKey(name)).ToArray();
        var surplus = actual.Keys.Where(name => !names.Contains(name)).ToArray();
        That(missing.Length == 0, $"{call} lacks {Names(missing)} of {names.Count} records");
        That(surplus.Length == 0, $"{call} has {Names(surplus)}, which should not be there");
        foreach (var token in expected)
        {
            Same(actual[token.ResourceServer], token, call);
        }
    }

    /// <summary>The call must end as cancelled.</summary>
    public static async ValueTask CancelledAsync<T>(Func<ValueTask<T>> call, string name)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new CheckFailedException($"{name} did not throw an OperationCanceledException, although its token was cancelled before");
    }

    private static string Names(string[] names) =>
        names.Length <= 3 ? string.Join(" and ", names.Select(Quote)) : $"{Quote(names[0])} and {names.Length - 1} more";

    private static IEnumerable<string> Differences(TokenData actual, TokenData expected)
    {
        (string Member, string? Actual, string? Expected)[] members =
        [
            (nameof(TokenData.ResourceServer), actual.ResourceServer, expected.ResourceServer),
            (nameof(TokenData.IdentityId), actual.IdentityId, expected.IdentityId),
            (nameof(TokenData.Scope), actual.Scope, expected.Scope),
            (nameof(TokenData.AccessToken), actual.AccessToken, expected.AccessToken),
            (nameof(TokenData.RefreshToken), actual.RefreshToken, expected.RefreshToken),
            (nameof(TokenData.ExpiresAt), Text(actual.ExpiresAt), Text(expected.ExpiresAt)),
            (nameof(TokenData.TokenType), actual.TokenType, expected.TokenType),
            (nameof(TokenData.ExtensionData), Text(actual.ExtensionData), Text(expected.ExtensionData)),
        ];
        return members
            .Where(static member => member.Actual != member.Expected)
            .Select(static member => $"{member.Member} is {Quote(member.Actual)} instead of {Quote(member.Expected)}");
    }

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(IReadOnlyDictionary<string, System.Text.Json.JsonElement> members) =>
        string.Join(", ", members.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => $"{member.Key}: {member.Value.GetRawText()}"));

    // What cannot be seen is escaped and what is too long is cut, since these are the values that such checks fail with.
    private static string Quote(string? text)
    {
        const int Most = 60;
        if (text is null)
        {
            return "null";
        }

        var shown = System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(text.Length <= Most ? text : text[..Most]);
        return text.Length <= Most ? $"\"{shown}\"" : $"\"{shown}…\" ({text.Length} characters)";
    }
}
