using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.AuthorizationRequirements;

namespace Globus.Extensions.Tests.AuthorizationRequirements;

public class GlobusAuthorizationRequirementsTests
{
    private const string Canonical =
        """
        {
          "code": "ConsentRequired", "resource": "/ls",
          "authorization_parameters": { "required_scopes": ["a", "b"], "session_required_mfa": false, "other": 1.0 }
        }
        """;

    [Fact]
    public void Two_readings_of_one_document_are_equal()
    {
        var one = Read(Canonical);
        var other = Read(Canonical.Replace(" ", "").Replace("1.0", "1.00"));

        other.ShouldBe(one);
        other.GetHashCode().ShouldBe(one.GetHashCode());
    }

    [Theory]
    [InlineData("\"a\", \"b\"", "\"b\", \"a\"")]
    [InlineData("[\"a\", \"b\"]", "null")]
    [InlineData("[\"a\", \"b\"]", "[]")]
    [InlineData("false", "true")]
    [InlineData("1.0", "2")]
    [InlineData("/ls", "/mkdir")]
    [InlineData("\"resource\"", "\"Resource\"")]
    [InlineData("ConsentRequired", "Other")]
    public void A_document_that_differs_in_one_value_is_not_equal(string text, string replacement) =>
        Read(Canonical.Replace(text, replacement)).ShouldNotBe(Read(Canonical));

    [Fact]
    public void The_requirements_outlive_the_document()
    {
        GlobusAuthorizationRequirements? requirements;
        using (var document = JsonDocument.Parse(Canonical))
        {
            GlobusAuthorizationRequirements.TryParse(document.RootElement, out requirements).ShouldBeTrue();
        }

        requirements.Extra["resource"].GetString().ShouldBe("/ls");
        requirements.AuthorizationParameters.Extra["other"].GetDouble().ShouldBe(1);
    }

    [Fact]
    public void The_canonical_form_reads_back_as_it_was()
    {
        var requirements = Read(Canonical);

        Read(requirements.ToJson(includeExtra: true)).ShouldBe(requirements);
        requirements.ToString().ShouldBe(
            """{"code":"ConsentRequired","authorization_parameters":{"session_required_mfa":false,"required_scopes":["a","b"]}}""");
    }

    [Fact]
    public void An_extra_member_is_never_written_beside_a_known_one_of_its_name()
    {
        var extra = new Dictionary<string, JsonElement> { ["code"] = JsonElement.Parse("1"), ["prompt"] = JsonElement.Parse("2") };
        var requirements = new GlobusAuthorizationRequirements
        {
            Code = "X",
            AuthorizationParameters = new GlobusAuthorizationParameters { Prompt = "login", Extra = extra },
            Extra = extra,
        };

        requirements.ToJson(includeExtra: true).ShouldBe(
            """{"code":"X","authorization_parameters":{"prompt":"login","code":1},"prompt":2}""");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"ConsentRequired\"")]
    [InlineData("""{"error":"dependent_consent_required","errors":[]}""")]
    [InlineData("""{"code":"\ud800","authorization_parameters":{}}""")]
    [InlineData("""{"code":"X","authorization_parameters":{"\udc00":1}}""")]
    public void An_odd_document_states_no_requirements(string json)
    {
        GlobusAuthorizationRequirements.TryParse(JsonElement.Parse(json), out var requirements).ShouldBeFalse();
        requirements.ShouldBeNull();
    }

    [Fact]
    public void An_undefined_element_states_no_requirements()
    {
        GlobusAuthorizationRequirements.TryParse(default, out _).ShouldBeFalse();
        GlobusAuthorizationRequirements.FindFirst(default).ShouldBeNull();
        GlobusAuthorizationRequirements.FindAll(default).ShouldBeEmpty();
    }

    [Fact]
    public void The_body_comes_before_its_errors_for_the_first_and_after_them_for_all()
    {
        var body = JsonElement.Parse(
            """{"code":"Root","authorization_parameters":{},"errors":[{"code":"No"},[],{"code":"Sub","authorization_parameters":{}}]}""");

        GlobusAuthorizationRequirements.FindFirst(body)!.Code.ShouldBe("Root");
        GlobusAuthorizationRequirements.FindAll(body).Select(static found => found.Code).ShouldBe(["Sub", "Root"]);
    }

    [Fact]
    public void No_json_document_makes_reading_fail_and_what_is_read_survives_writing() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(JsonTexts.Arbitrary, static text =>
            {
                var document = JsonElement.Parse(text);
                _ = GlobusAuthorizationRequirements.FindFirst(document);
                foreach (var requirements in GlobusAuthorizationRequirements.FindAll(document))
                {
                    var canonical = JsonElement.Parse(requirements.ToJson());
                    GlobusAuthorizationRequirements.TryParse(canonical, out var again).ShouldBeTrue();
                    again.ToJson().ShouldBe(requirements.ToJson());
                }
            }));

    private static GlobusAuthorizationRequirements Read(string json)
    {
        GlobusAuthorizationRequirements.TryParse(JsonElement.Parse(json), out var requirements).ShouldBeTrue();
        return requirements;
    }
}
