using System.Text;
using System.Text.Json;
using Globus.Extensions.AuthorizationRequirements;

namespace Globus.Extensions.Tests.AuthorizationRequirements;

/// <summary>The documents of <c>shared/conformance/gare.json</c> and what the Python SDK makes of them.</summary>
public class GareConformanceTests
{
    // Where we answer otherwise on purpose: the document, what we read (null: as expected there), and why. Where the SDK crashes,
    // the data itself asks for null, so that those cases are no deviations.
    private static readonly Deviation[] Deviations =
    [
        new(
            """{"authorization_parameters":{"session_message":"please","session_required_identities":["i1","i2"],"session_required_policies":["p1"],"session_required_single_domain":["a.edu"],"session_required_mfa":true,"required_scopes":["urn:globus:auth:scope:transfer.api.globus.org:all"],"prompt":"login"}}""",
            """{"code":"AuthorizationRequired","authorization_parameters":{"session_message":"please","session_required_identities":["i1","i2"],"session_required_policies":["p1"],"session_required_single_domain":["a.edu"],"session_required_mfa":true,"required_scopes":["urn:globus:auth:scope:transfer.api.globus.org:all"],"prompt":"login"}}""",
            "Without a code the SDK loses the required scopes among the extra members; the login would not ask for them."),
        new(
            """{"code":"X","authorization_parameters":{"session_required_policies":"p","required_scopes":["s"]}}""",
            """{"code":"X","authorization_parameters":{"session_required_policies":["p"],"required_scopes":["s"]}}""",
            "With policies as text the SDK loses the required scopes in the same way."),
        new(
            """{"authorization_parameters":{"prompt":"consent"}}""",
            """{"code":"AuthorizationRequired","authorization_parameters":{"prompt":"consent"}}""",
            "Without a code the SDK takes no prompt but login and ignores the whole document; with a code it takes any."),
        new(
            """{"error":"dependent_consent_required","errors":[{"unapproved_scopes":["a"]},{"unapproved_scopes":["b"]}]}""",
            """{"code":"ConsentRequired","authorization_parameters":{"required_scopes":["a","b"]}}""",
            "The SDK takes the scopes of the first error only, so that the same call fails again after the login."),
        new(
            """{"code":"ConsentRequired","required_scopes":["a"],"authorization_parameters":{"session_required_mfa":"yes"}}""",
            """{"code":"ConsentRequired","authorization_parameters":{"required_scopes":["a"]}}""",
            "Writing with extra members, the SDK overwrites the parameters with the malformed ones that it had put aside."),
        new(
            """{"errors":"x","authorization_parameters":{"prompt":"login"}}""",
            """{"code":"AuthorizationRequired","authorization_parameters":{"prompt":"login"},"errors":"x"}""",
            "The SDK returns the same requirements twice when errors is no list; we return them once."),
    ];

    [Fact]
    public void Every_document_gives_the_expected_requirements()
    {
        using var data = ReadData();
        var cases = data.RootElement.GetProperty("cases").EnumerateArray().ToList();
        var deviating = new HashSet<string>();
        foreach (var item in cases)
        {
            var document = item.GetProperty("document");
            var deviation = Array.Find(Deviations, deviation => deviation.Document == Minify(document));
            if (deviation is not null)
            {
                deviating.Add(deviation.Document);
                Read(document).ShouldNotBeNull().ToJson(includeExtra: deviation.Ours.Contains("errors")).ShouldBe(deviation.Ours, deviation.Reason);
                GlobusAuthorizationRequirements.FindAll(document).ShouldHaveSingleItem().ShouldBe(Read(document));
                continue;
            }

            ShouldBe(Read(document), item.GetProperty("from_document"), document);
            FromApiErrorShouldBe(item.GetProperty("from_api_error"), document);
        }

        deviating.Count.ShouldBe(Deviations.Length, "A deviation that is listed does not occur any more.");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{cases.Count - deviating.Count} of {cases.Count} cases agree, {deviating.Count} differ on purpose.");
    }

    [Fact]
    public void Every_list_of_errors_gives_the_expected_requirements()
    {
        using var data = ReadData();
        var lists = data.RootElement.GetProperty("lists").EnumerateArray().ToList();
        foreach (var list in lists)
        {
            var found = list.GetProperty("items").EnumerateArray().SelectMany(static item =>
                item.TryGetProperty("api_error", out var body)
                    ? GlobusAuthorizationRequirements.FindAll(body)
                    : Read(item.GetProperty("document")) is { } single ? [single] : []).ToList();

            found.Count.ShouldBe(list.GetProperty("all").GetArrayLength());
            found.Count.ShouldBe(list.GetProperty("has_gares").GetBoolean() ? found.Count : 0);
            foreach (var (ours, expected) in found.Zip(list.GetProperty("all").EnumerateArray()))
            {
                ShouldBe(ours, expected, list);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{lists.Count} of {lists.Count} lists agree.");
    }

    private static void FromApiErrorShouldBe(JsonElement expected, JsonElement body)
    {
        var first = GlobusAuthorizationRequirements.FindFirst(body);
        first?.Code.ShouldBe(expected.GetProperty("first_code").GetString(), body.GetRawText());
        (first is null).ShouldBe(expected.GetProperty("first_code").ValueKind == JsonValueKind.Null, body.GetRawText());

        var all = GlobusAuthorizationRequirements.FindAll(body);
        var expectedAll = expected.GetProperty("all");
        if (expectedAll.ValueKind != JsonValueKind.Array)
        {
            // The SDK crashes here.
            all.ShouldBeEmpty();
            return;
        }

        first.ShouldBe(expected.GetProperty("first_same_as_from_document").GetBoolean() ? Read(body) : all[0]);
        all.Count.ShouldBe(expectedAll.GetArrayLength(), body.GetRawText());
        foreach (var (ours, theirs) in all.Zip(expectedAll.EnumerateArray()))
        {
            ShouldBe(ours, theirs, body);
        }
    }

    private static void ShouldBe(GlobusAuthorizationRequirements? ours, JsonElement expected, JsonElement document)
    {
        if (expected.ValueKind == JsonValueKind.Null || expected.TryGetProperty("raises", out _))
        {
            ours.ShouldBeNull(document.GetRawText());
            return;
        }

        ours.ShouldNotBeNull(document.GetRawText());
        ours.Code.ShouldBe(expected.GetProperty("code").GetString());
        SameJson(ours.ToJson(), expected.GetProperty("to_dict"));
        SameJson(ours.ToJson(includeExtra: true), expected.GetProperty("to_dict_with_extra"));
        SameMembers(ours.Extra, expected.GetProperty("extra"));
        SameMembers(ours.AuthorizationParameters.Extra, expected.GetProperty("authorization_parameters_extra"));
    }

    private static void SameJson(string ours, JsonElement expected) =>
        JsonElement.DeepEquals(JsonElement.Parse(ours), expected).ShouldBeTrue($"{ours} instead of {expected.GetRawText()}");

    private static void SameMembers(IReadOnlyDictionary<string, JsonElement> ours, JsonElement expected)
    {
        ours.Count.ShouldBe(expected.EnumerateObject().Count());
        foreach (var member in expected.EnumerateObject())
        {
            JsonElement.DeepEquals(ours[member.Name], member.Value).ShouldBeTrue(member.Name);
        }
    }

    private static GlobusAuthorizationRequirements? Read(JsonElement document) =>
        GlobusAuthorizationRequirements.TryParse(document, out var requirements) ? requirements : null;

    private static string Minify(JsonElement document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonDocument ReadData() => JsonDocument.Parse(File.ReadAllBytes(SharedFolder.File("conformance", "gare.json")));

    private sealed record Deviation(string Document, string Ours, string Reason);
}
