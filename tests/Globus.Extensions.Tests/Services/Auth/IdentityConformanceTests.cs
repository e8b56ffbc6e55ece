using System.Net;
using System.Text.Json;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>The exchanges about identities in <c>shared/conformance/responses/auth</c>.</summary>
public class IdentityConformanceTests
{
    private const string Globus = "globus@globus.org";
    private const string GlobusId = "46bd0f56-e24f-11e5-a510-131bef46955c";
    private const string Rosen = "sirosen@globus.org";
    private const string RosenId = "ae341a98-d274-11e5-b888-dbae3a8ba545";
    private const string Unknown = "sirosen2@globus.org";
    private const string Maps = "test_identity_map.py::test_identity_map";
    private const string Shared = Maps + "_shared_cache_match";

    // What each test of the reference's map does; its requests are what the file has.
    private static readonly Dictionary<string, Func<AuthClient, Task>> Stories = new(StringComparer.Ordinal)
    {
        [Maps] = static auth => LookUpAsync(new IdentityMap(auth), Rosen),
        [Maps + "_add_after_lookup"] = static async auth =>
        {
            var map = new IdentityMap(auth);
            await LookUpAsync(map, Rosen);
            map.Add(RosenId).ShouldBeFalse();
        },
        [Maps + "_multiple"] = static auth => LookUpAsync(new IdentityMap(auth, [Rosen, Globus]), Rosen, Globus),
        [Maps + "_keyerror"] = static auth => Should.ThrowAsync<KeyNotFoundException>(
            () => new IdentityMap(auth).GetRequiredAsync(Unknown, TestContext.Current.CancellationToken).AsTask()),
        [Maps + "_get_with_default"] = static async auth =>
        {
            var magic = new Identity { Id = Guid.Empty };
            (await new IdentityMap(auth).GetOrDefaultAsync(Unknown, magic, TestContext.Current.CancellationToken)).ShouldBeSameAs(magic);
        },
        [Maps + "_del"] = static async auth =>
        {
            var map = new IdentityMap(auth);
            await LookUpAsync(map, Globus);
            map.Remove(GlobusId).ShouldBeTrue();
            await LookUpAsync(map, Globus, GlobusId);
        },
        [Shared + "[True-username-username]"] = static auth => ShareAsync(auth, Rosen, Rosen),
        [Shared + "[True-username-id]"] = static auth => ShareAsync(auth, Rosen, RosenId),
        [Shared + "[True-id-username]"] = static auth => ShareAsync(auth, RosenId, Rosen),
        [Shared + "[False-username-username]"] = static auth => ShareAsync(auth, Rosen, Rosen),
        [Shared + "[False-username-id]"] = static auth => ShareAsync(auth, Rosen, RosenId),
        [Shared + "[False-id-username]"] = static auth => ShareAsync(auth, RosenId, Rosen),
        [Maps + "_shared_cache_mismatch[usernames]"] = static auth => LookUpAsync(new IdentityMap(auth, [Rosen, Globus]), Rosen, Globus),
        [Maps + "_shared_cache_mismatch[ids]"] = static auth => LookUpAsync(new IdentityMap(auth, [RosenId, GlobusId]), RosenId, GlobusId),
        [Maps + "_batch_limit"] = static async auth =>
        {
            var map = new IdentityMap(auth, [GlobusId, RosenId], new IdentityMapOptions { BatchSize = 1 });
            (await map.GetAsync(GlobusId, TestContext.Current.CancellationToken)).ShouldBeNull("The file answers with another identity.");
            map.Remove(RosenId).ShouldBeTrue("That one is remembered all the same.");
            await LookUpAsync(map, RosenId);
        },
    };

    [Fact]
    public async Task Every_answer_is_read_as_it_is()
    {
        var entries = Entries().ToList();
        await using var globus = await EmulatedGlobus.StartAsync();
        var passed = 0;

        foreach (var entry in entries)
        {
            var answer = Answer(entry);
            var identities = globus.ProvideScripted(new ScriptedHandler(answer, answer, answer)).GetRequiredService<AuthClient>().Identities;
            var lookup = identities.GetByUsernamesAsync([Globus], cancellationToken: TestContext.Current.CancellationToken);
            var json = entry.GetProperty("response").GetProperty("json");
            if (json.TryGetProperty("identities", out var expected))
            {
                Compare(await lookup, expected);
            }
            else
            {
                Compare(await Should.ThrowAsync<AuthApiException>(() => lookup), json);
            }

            passed++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"get_identities.json: {passed} of {entries.Count}");
    }

    [Fact]
    public async Task Every_request_for_identities_is_what_the_reference_sends()
    {
        var answers = Entries().ToDictionary(static entry => entry.GetProperty("case").GetString()!, Answer);
        var tests = JsonElements.ReadConformance("responses", "auth", "functional-requests.json").GetProperty("tests").EnumerateArray()
            .Where(static test => test.GetProperty("requests").EnumerateArray().Any(static request => request.GetProperty("path").GetString() == "/v2/api/identities"))
            .ToList();
        await using var globus = await EmulatedGlobus.StartAsync();
        var passed = 0;

        foreach (var test in tests)
        {
            var name = test.GetProperty("test").GetString()!;
            var expected = test.GetProperty("requests").EnumerateArray().ToList();
            var isRefused = expected[0].GetProperty("response_status").GetInt32() == 401;
            var script = expected.Select(request => answers[request.GetProperty("answered_by").GetProperty("case").GetString()!]).ToList();
            var handler = new ScriptedHandler([.. script, .. isRefused ? Enumerable.Repeat(script[0], 2) : []]);
            var auth = globus.ProvideScripted(handler).GetRequiredService<AuthClient>();

            await (Stories.TryGetValue(name, out var story) ? story(auth) : LookUpAsync(auth, expected.ShouldHaveSingleItem(), isRefused));

            // A request that is refused is sent once more with a new token, which the reference does too where it can renew.
            foreach (var (sent, theirs) in (isRefused ? handler.Requests.Take(1) : handler.Requests).Zip(expected, static (sent, theirs) => (sent, theirs)))
            {
                sent.Method.Method.ShouldBe(theirs.GetProperty("http_method").GetString(), name);
                sent.Uri.AbsolutePath.ShouldEndWith(theirs.GetProperty("path").GetString()!, customMessage: name);
                Words(sent.Query).ShouldBe(Words(theirs.GetProperty("query").EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value.GetString()!)), name);
            }

            (isRefused || handler.Requests.Count == expected.Count).ShouldBeTrue(name);
            passed++;
        }

        Stories.Keys.ShouldBeSubsetOf(tests.Select(static test => test.GetProperty("test").GetString()!));
        TestContext.Current.TestOutputHelper?.WriteLine($"functional-requests.json, requests for identities: {passed} of {tests.Count}");
    }

    private static async Task LookUpAsync(IdentityMap map, params IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            var found = await map.GetRequiredAsync(key, TestContext.Current.CancellationToken);
            (found.Id.Value == key || found.Username == key).ShouldBeTrue(key);
        }
    }

    private static async Task ShareAsync(AuthClient auth, string first, string second)
    {
        var options = new IdentityMapOptions { Cache = new IdentityCache() };
        await LookUpAsync(new IdentityMap(auth, options: options), first);
        await LookUpAsync(new IdentityMap(auth, options: options), second);
    }

    private static async Task LookUpAsync(AuthClient auth, JsonElement expected, bool isRefused)
    {
        var query = expected.GetProperty("query");
        var lookup = auth.Identities.GetByUsernamesAsync(
            query.GetProperty("usernames").GetString()!.Split(','), query.GetProperty("provision").GetString() == "true", TestContext.Current.CancellationToken);
        if (isRefused)
        {
            await Should.ThrowAsync<AuthApiException>(() => lookup);
        }
        else
        {
            (await lookup).ShouldNotBeEmpty();
        }
    }

    // The order of the keys in a request is anybody's.
    private static IEnumerable<string> Words(IReadOnlyDictionary<string, string> query) =>
        query.Select(static parameter => $"{parameter.Key}={string.Join(',', parameter.Value.Split(',').Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal);

    private static void Compare(IReadOnlyList<Identity> ours, JsonElement expected)
    {
        ours.Count.ShouldBe(expected.GetArrayLength());
        foreach (var (identity, theirs) in ours.Zip(expected.EnumerateArray()))
        {
            identity.Id.ShouldBe(new IdentityId(theirs.GetProperty("id").GetString()!));
            identity.Username.ShouldBe(theirs.GetProperty("username").GetString());
            identity.Name.ShouldBe(theirs.GetProperty("name").GetString());
            identity.Email.ShouldBe(theirs.GetProperty("email").GetString());
            identity.Organization.ShouldBe(theirs.GetProperty("organization").GetString());
            identity.IdentityProvider!.Value.Value.ShouldBe(theirs.GetProperty("identity_provider").GetString());
            identity.Status!.Value.Value.ShouldBe(theirs.GetProperty("status").GetString());
            identity.IdentityType?.Value.ShouldBe(theirs.GetProperty("identity_type", otherwise: null));
            identity.ExtensionData.ShouldBeNull();
        }
    }

    private static void Compare(AuthApiException ours, JsonElement expected)
    {
        var error = expected.GetProperty("errors")[0];
        ours.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        ours.Code.ShouldBe(error.GetProperty("code").GetString());
        ours.ApiMessage.ShouldBe(error.GetProperty("detail").GetString());
        ours.RequestId.ShouldBe(error.GetProperty("id").GetString());
    }

    private static IEnumerable<JsonElement> Entries() =>
        JsonElements.ReadConformance("responses", "auth", "get_identities.json").GetProperty("entries").EnumerateArray();

    private static Func<HttpResponseMessage> Answer(JsonElement entry)
    {
        var response = entry.GetProperty("response");
        return ScriptedHandler.Json(response.GetProperty("json").GetRawText(), (HttpStatusCode)response.GetProperty("status").GetInt32());
    }
}
