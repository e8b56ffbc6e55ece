using System.Text.Json;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Scopes;

/// <summary>The cases of <c>consent_forest</c> in <c>scopes.json</c>: trees, edges, and which scopes they contain.</summary>
internal static class ConsentForestCases
{
    public static bool Run(JsonElement item)
    {
        if (item.TryGetProperty("error", out var error))
        {
            // A consent without a scope is refused when it is made, one without its parent when it is put among the others.
            var exception = Record.Exception(() => Forest(item));
            return error.GetProperty("type").GetString() == "ConsentTreeConstructionError" ? exception is ConsentForestException : exception is ArgumentException;
        }

        var forest = Forest(item);
        return SameTrees(forest, item)
            && item.GetProperty("meets").EnumerateArray().All(check => forest.Contains(Scopes(check.GetProperty("scopes"))) == check.GetProperty("result").GetBoolean());
    }

    private static ConsentForest Forest(JsonElement item) => new(item.GetProperty("consents").EnumerateArray().Select(static consent => new ConsentNode(
        consent.GetProperty("id").GetInt64(),
        consent.GetProperty("scope_name", null)!,
        consent.GetProperty("dependency_path").EnumerateArray().Select(static id => id.GetInt64()))));

    private static bool SameTrees(ConsentForest forest, JsonElement item)
    {
        var expected = item.GetProperty("trees").EnumerateArray().ToDictionary(static tree => tree.GetProperty("root").GetInt64());
        var edges = item.GetProperty("edges").EnumerateObject().ToDictionary(static edge => long.Parse(edge.Name, null), static edge => Ids(edge.Value));
        return forest.Trees.Count == expected.Count
            && forest.Trees.All(tree => Depth(tree) == expected[tree.Node.Id].GetProperty("max_depth").GetInt32()
                && All(tree).Select(static one => one.Node.Id).Order().SequenceEqual(Ids(expected[tree.Node.Id].GetProperty("nodes"))))
            && forest.Trees.SelectMany(All).All(tree => tree.Children.Select(static child => child.Node.Id).Order().SequenceEqual(edges[tree.Node.Id]));
    }

    private static IEnumerable<ConsentTree> All(ConsentTree tree) => tree.Children.SelectMany(All).Prepend(tree);

    private static int Depth(ConsentTree tree) => 1 + tree.Children.Select(Depth).DefaultIfEmpty().Max();

    private static IEnumerable<long> Ids(JsonElement ids) => ids.EnumerateArray().Select(static id => id.GetInt64()).Order();

    private static ScopeSet Scopes(JsonElement scopes) => scopes.ValueKind == JsonValueKind.Array
        ? ScopeSet.ParseAll(scopes.EnumerateArray().Select(static scope => scope.GetString()!))
        : ScopeSet.Parse(scopes.GetString()!);
}
