namespace Globus.Extensions.Tests.Architecture.Layers;

/// <summary>The folders of the library in the order of the design: each knows only those of a smaller rank.</summary>
internal static class Layer
{
    private static readonly string[][] Ranks =
    [
        ["Diagnostics"],
        ["Configuration"],
        ["Scopes"],
        ["AuthorizationRequirements"],
        ["Http"],
        ["Principals"],
        ["OpenId"],
        ["OAuth", "Services/Auth", "Services/Groups", "Services/Transfer"],
        ["Tokens"],
        ["Authorizers"],
        ["LoginFlows"],
        ["Apps"],
        ["DependencyInjection"],
    ];

    private static readonly Dictionary<string, int> RankOf = Ranks
        .SelectMany(static (folders, rank) => folders.Select(folder => (folder, rank)))
        .ToDictionary(static pair => pair.folder, static pair => pair.rank, StringComparer.Ordinal);

    /// <summary>The layer that a file such as <c>Services/Auth/Internal/X.cs</c> stands in.</summary>
    public static string? OfFile(string path)
    {
        var segments = path.Split('/');
        return segments switch
        {
            ["Services", var service, _, ..] => Known($"Services/{service}"),
            [var folder, _, ..] => Known(folder),
            _ => null,
        };
    }

    /// <summary>Whether code in one layer may name what another one declares: of the same rank only what its parent folder shares.</summary>
    public static bool MayKnow(string user, string used) =>
        user == used || RankOf[used] < RankOf[user] || user.StartsWith(used + "/", StringComparison.Ordinal);

    private static string? Known(string layer) => RankOf.ContainsKey(layer) ? layer : null;
}
