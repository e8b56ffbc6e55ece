using System.Text.Json;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Scopes;

/// <summary>The cases of <c>shared/conformance/scopes.json</c>, section by section, against our scopes.</summary>
public class ScopeConformanceTests
{
    private const string WhiteSpace = "A name that begins or ends with white space would be another one once it is printed last and parsed again.";
    private const string Canonical = "A scope prints its dependencies in one order and each name once, so that equal scopes print the same text.";
    private const string Once = "A scope that is required twice is listed once.";

    // Where we answer otherwise on purpose.
    private static readonly Dictionary<string, string> Deviations = new()
    {
        ["""parse "a[b\t]" """] = WhiteSpace,
        ["""parse "a[\tb]" """] = WhiteSpace,
        ["""parse "a \t b" """] = WhiteSpace,
        ["""construct "" """] = "A scope without a name cannot be asked for; the SDK prints a text that means something else.",
        ["""object_to_string "top[foo bar]" """] = Canonical,
        ["""object_to_string "*top[b *a]" """] = Canonical,
        ["""object_to_string "top[x x]" """] = Canonical,
        ["""serialize ["",""] """] = "Nothing but blanks is no scope either; Globus Auth would refuse it.",
        ["""app_helpers "TransferClient(app).add_app_data_access_scope([])" """] = Once,
        ["""app_helpers "AuthClient(app)" """] = Once,
        ["""app_helpers "TransferClient() .add_app_data_access_scope(C1) without an app" """] = "The templates are values, good with or without an app.",
    };

    [Fact]
    public void Every_case_gives_the_expected_answer()
    {
        var data = JsonElements.ReadConformance("scopes.json");
        var counts = new (string Section, int Present, List<string> Deviating)[]
        {
            Run(data, "parse", "input", Parse),
            Run(data, "parse_single", "input", ParseSingle),
            Run(data, "construct", "scope_string", static item => Refuses<ArgumentException>(item, () => _ = new Scope(item.GetProperty("scope_string").GetString()!))),
            Run(data, "serialize", "input", Serialize),
            Run(data, "object_to_string", "string", static item => ToScope(item.GetProperty("object")).ToString() == item.GetProperty("string").GetString()),
            Run(data, "merge", "a", Merge),
            Run(data, "large", "how", Large),
            Run(data, "app_helpers", "call", AppHelperCases.Run),
            Run(data, "consent_forest", "description", ConsentForestCases.Run),
        };
        var known = data.GetProperty("known_scopes").EnumerateObject().ToList();
        known.ShouldAllBe(static service => IsKnown(service));

        var deviating = counts.SelectMany(static count => count.Deviating).ToList();
        deviating.ShouldBe(Deviations.Keys, ignoreOrder: true, "A deviation that is listed does not occur any more.");
        var present = counts.Sum(static count => count.Present) + known.Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"scopes.json: {present - deviating.Count} of {present} cases agree, {deviating.Count} differ on purpose.");
        foreach (var (section, ofSection, differing) in counts)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"  {section}: {ofSection - differing.Count} of {ofSection}");
            differing.ForEach(static key => TestContext.Current.TestOutputHelper?.WriteLine($"    differs: {key}: {Deviations[key]}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"  known_scopes: {known.Count} of {known.Count}");
    }

    private static (string Section, int Present, List<string> Deviating) Run(JsonElement data, string section, string key, Func<JsonElement, bool> agrees)
    {
        var items = data.GetProperty(section);
        var cases = (items.ValueKind == JsonValueKind.Object ? items.GetProperty("cases") : items).EnumerateArray().ToList();
        var deviating = new List<string>();
        foreach (var item in cases)
        {
            var name = $"{section} {JsonText.Minify(item.GetProperty(key).GetRawText())} ";
            var isExpectedToDiffer = Deviations.ContainsKey(name);
            agrees(item).ShouldBe(!isExpectedToDiffer, $"{section} {item.GetRawText()}");
            if (isExpectedToDiffer)
            {
                deviating.Add(name);
            }
        }

        return (section, cases.Count, deviating);
    }

    private static bool Parse(JsonElement item)
    {
        var text = item.GetProperty("input").GetString()!;
        return Refuses<FormatException>(item, () => ScopeSet.Parse(text))
            && ScopeSet.TryParse(text, out var scopes) != item.TryGetProperty("error", out _)
            && (scopes is null || (IsSerialized(scopes, item) && scopes == new ScopeSet(item.GetProperty("scopes").EnumerateArray().Select(ToScope))));
    }

    private static bool ParseSingle(JsonElement item)
    {
        var text = item.GetProperty("input").GetString()!;
        return Refuses<FormatException>(item, () => Scope.Parse(text))
            && Scope.TryParse(text, out var scope) != item.TryGetProperty("error", out _)
            && (scope is null || scope == ToScope(item.GetProperty("scope")));
    }

    // What is joined without being parsed are the scopes of a login.
    private static bool Serialize(JsonElement item)
    {
        var texts = item.GetProperty("input").EnumerateArray().Select(static text => text.GetString()!).ToList();
        if (!item.GetProperty("reject_empty").GetBoolean())
        {
            return ScopeSet.ParseAll(texts).ToString() == item.GetProperty("output").GetString();
        }

        using var auth = ScriptedAuth.Native();
        return Refuses<ArgumentException>(item, () => auth.Client.StartFlow(texts))
            && (item.TryGetProperty("error", out _) || string.Join(' ', auth.Client.StartFlow(texts).Scopes) == item.GetProperty("output").GetString());
    }

    private static bool Merge(JsonElement item)
    {
        var a = ScopeSet.ParseAll(Texts("a"));
        var b = ScopeSet.ParseAll(Texts("b"));
        return Refuses<FormatException>(item, () => a.Merge(b)) && (item.TryGetProperty("error", out _) || IsSerialized(a.Merge(b), item));

        IEnumerable<string> Texts(string name) => item.GetProperty(name).EnumerateArray().Select(static text => text.GetString()!);
    }

    private static bool Large(JsonElement item)
    {
        if (item.GetProperty("result").GetString() == "ScopeCycleError")
        {
            var cycle = string.Join('[', Enumerable.Range(0, 300).Select(static i => $"foo{i}")) + "[foo10" + new string(']', 300);
            return Record.Exception(() => Scope.Parse(cycle)) is FormatException { Message: var message } && message.Contains("depends on itself", StringComparison.Ordinal);
        }

        var text = string.Join('[', Enumerable.Range(0, 200).Select(static i => $"n{i}")) + "[leaf" + new string(']', 200);
        return Scope.Parse(text).ToString() == text;
    }

    private static bool IsKnown(JsonProperty service)
    {
        var resourceServer = service.Value.GetProperty("resource_server").GetString()!;
        return service.Value.GetProperty("scopes").EnumerateObject().All(scope =>
            GlobusScopes.TryGetResourceServer(scope.Value.GetString()!, out var found) && found == resourceServer
            && (GlobusScopes.ByResourceServer.ContainsKey(resourceServer) || FromTemplate(scope.Name, resourceServer).Value == scope.Value.GetString()));

        static Scope FromTemplate(string name, string id) => name switch
        {
            "data_access" => GlobusScopes.CollectionDataAccess(id),
            "https" => GlobusScopes.CollectionHttps(id),
            "manage_collections" => GlobusScopes.EndpointManageCollections(id),
            _ => GlobusScopes.FlowUser(id),
        };
    }

    // The data is sorted as text, we sort by mark and name: the order of whole scopes may differ, where '[' meets another character.
    private static bool IsSerialized(ScopeSet scopes, JsonElement item) =>
        scopes.Select(static scope => scope.ToString()).Order(StringComparer.Ordinal)
            .SequenceEqual(item.GetProperty("serialized").EnumerateArray().Select(static text => text.GetString()!).Order(StringComparer.Ordinal));

    /// <summary>Whether an action fails just where the case has an error, and names the cycle where that is the error.</summary>
    internal static bool Refuses<TException>(JsonElement item, Action action)
        where TException : Exception
    {
        var exception = Record.Exception(action);
        return item.TryGetProperty("error", out var error)
            ? exception is TException && (error.GetProperty("type").GetString() != "ScopeCycleError" || exception.Message.Contains("depends on itself", StringComparison.Ordinal))
            : exception is null;
    }

    private static Scope ToScope(JsonElement item) => new Scope(item.GetProperty("scope").GetString()!, item.GetProperty("optional").GetBoolean())
        .WithDependencies(item.GetProperty("dependencies").EnumerateArray().Select(ToScope));
}
