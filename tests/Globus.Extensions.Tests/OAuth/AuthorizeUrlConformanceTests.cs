using Globus.Extensions.OAuth.Internal;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>The cases of <c>shared/conformance/authorize-urls.json</c> against the URLs of our flows.</summary>
public class AuthorizeUrlConformanceTests
{
    // Where we answer otherwise on purpose.
    private static readonly Dictionary<string, string> Deviations = new()
    {
        ["""native default {"query_params":{"state":"override","scope":"override","client_id":"other","prompt":"consent"}}"""] =
            "An extra parameter may not change what the protocol says: that is an argument's or an option's business.",
        ["""native default {"query_params":{"list":["a","b"]}}"""] = "Extra parameters are texts; the SDK sends the Python text of the list.",
        ["""native default {"query_params":{"none":null}}"""] = "Extra parameters are texts; the SDK sends the word None.",
        ["confidential  {}"] = "An empty redirect URI never works for a confidential client: it is refused here, not by a page in the browser.",
        ["""confidential https://example.org/cb {"query_params":{"code_challenge":"x"}}"""] =
            "A challenge without its verifier ends in invalid_grant; the name belongs to the protocol.",
    };

    [Fact]
    public void Every_case_gives_the_expected_url()
    {
        var cases = ReadCases();
        foreach (var item in cases.Where(static item => !Deviations.ContainsKey(item.Key)))
        {
            if (item.IsRefused)
            {
                Should.Throw<ArgumentException>(() => item.Run(usePkceForConfidentialClients: false), item.Key);
                continue;
            }

            var (endpoint, query) = item.Run(usePkceForConfidentialClients: false);
            endpoint.ShouldBe(item.Expected.GetProperty("endpoint").GetString());
            query.ShouldBe(item.Query, ignoreOrder: true, item.Key);
        }

        cases.Count(static item => Deviations.ContainsKey(item.Key)).ShouldBe(Deviations.Count, "A deviation that is listed does not occur any more.");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{cases.Count - Deviations.Count} of {cases.Count} cases agree, {Deviations.Count} differ on purpose.");
    }

    [Fact]
    public void Protocol_names_and_an_empty_redirect_uri_are_refused()
    {
        var refused = ReadCases().Where(static item =>
            Deviations.ContainsKey(item.Key) && !item.Key.Contains("list", StringComparison.Ordinal) && !item.Key.Contains("none", StringComparison.Ordinal)).ToList();

        refused.Count.ShouldBe(3);
        refused.ShouldAllBe(static item => Record.Exception(() => item.Run(false)) is ArgumentException);
    }

    [Fact]
    public void A_confidential_client_differs_by_its_challenge_only()
    {
        var cases = ReadCases().Where(static item => item.IsConfidential && !item.IsRefused && !Deviations.ContainsKey(item.Key)).ToList();

        foreach (var item in cases)
        {
            var (_, query) = item.Run(usePkceForConfidentialClients: true);
            query["code_challenge"].Length.ShouldBe(43);
            query["code_challenge_method"].ShouldBe("S256");
            query.Where(static entry => !entry.Key.StartsWith("code_challenge", StringComparison.Ordinal)).ShouldBe(item.Query, ignoreOrder: true);
        }

        cases.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_nonce_is_all_that_using_one_adds()
    {
        var cases = ReadCases().Where(static item => !item.IsRefused && !Deviations.ContainsKey(item.Key)).ToList();

        foreach (var item in cases)
        {
            var (_, query) = item.Run(usePkceForConfidentialClients: false, useNonce: true);
            query.ContainsKey("nonce").ShouldBe(item.Query["scope"].Split(' ').Contains("openid"), item.Key);
            query.Where(static entry => entry.Key != "nonce").ShouldBe(item.Query, ignoreOrder: true);
        }

        cases.ShouldContain(static item => item.Query["scope"].Contains("openid", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_verifier_has_the_expected_challenge()
    {
        var pairs = JsonElements.ReadConformance("authorize-urls.json").GetProperty("pkce_pairs").EnumerateArray().ToList();

        foreach (var pair in pairs)
        {
            Pkce.Challenge(pair.GetProperty("verifier").GetString()!).ShouldBe(pair.GetProperty("challenge").GetString());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{pairs.Count} of {pairs.Count} pairs agree.");
    }

    [Fact]
    public void Of_the_usage_errors_only_an_empty_client_id_can_still_be_made()
    {
        // The others ask a client for what here only a started flow has.
        JsonElements.ReadConformance("authorize-urls.json").GetProperty("usage_errors").EnumerateArray()
            .Where(static error => error.GetProperty("before", null) != "oauth2_start_flow")
            .ShouldHaveSingleItem().GetProperty("with").GetString().ShouldBe("empty client_id");

        using var auth = ScriptedAuth.With(static options => options.ClientId = "");
        Should.Throw<OptionsValidationException>(() => auth.Client).Message.ShouldContain("ClientId");
    }

    private static List<AuthorizeUrlCase> ReadCases() =>
        [.. JsonElements.ReadConformance("authorize-urls.json").GetProperty("cases").EnumerateArray().Select(AuthorizeUrlCase.Read)];
}
