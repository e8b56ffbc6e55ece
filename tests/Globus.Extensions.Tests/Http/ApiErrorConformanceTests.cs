using System.Net;
using System.Text;
using System.Text.Json;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Tests.Http;

/// <summary>The responses of <c>shared/conformance/api-errors.json</c> and what the Python SDK reads from them.</summary>
public class ApiErrorConformanceTests
{
    // Where we answer otherwise on purpose, by content type and body.
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        ["""APPLICATION/JSON {"errors": [{"code": "C", "message": "msg", "title": "ti"}]}"""] =
            "Media types are compared without case (RFC 9110, section 8.3.1); the SDK takes this one for text.",
    };

    private const string AllOrNothing =
        "A member of a wrong type: the SDK's older view drops it and keeps the object, requirements are all or nothing, as in gare.json.";

    private const string TextIsList = "Domains as comma-separated text: the SDK's older view drops them, requirements split them, as in gare.json.";

    private const string ScopesEverywhere = "The SDK's older view takes scopes from the root only, we from all requirements of the response.";

    // The same for the requirements alone, which the SDK's "info" gives in an older view; by the position of the case in the file.
    private static readonly Dictionary<int, string> RequirementsDeviations = new()
    {
        [24] = AllOrNothing, // a number as message
        [26] = AllOrNothing, // identities as text
        [28] = TextIsList, // two domains
        [31] = AllOrNothing, // an object as policies
        [34] = AllOrNothing, // text as MFA
        [62] = ScopesEverywhere, // a dependent consent error
        [68] = TextIsList, // two domains with a message
        [69] = ScopesEverywhere, // two errors with authorization_parameters
        [173] = ScopesEverywhere, // ConsentRequired with authorization_parameters
        [180] = AllOrNothing, // a number among the policies
        [181] = AllOrNothing, // a number as MFA
        [192] = ScopesEverywhere, // a dependent consent error
    };

    [Fact]
    public async Task Every_response_gives_the_expected_fields()
    {
        using var data = JsonDocument.Parse(await File.ReadAllBytesAsync(
            SharedFolder.File("conformance", "api-errors.json"), TestContext.Current.CancellationToken));
        var cases = data.RootElement.GetProperty("cases").EnumerateArray().ToList();
        var (agreeing, excluded, deviating) = (0, 0, 0);
        foreach (var (index, item) in cases.Index())
        {
            var input = item.GetProperty("input");
            if (HasRulesOfItsOwn(input))
            {
                excluded++;
                continue;
            }

            using var response = Response(input);
            var exception = await ErrorResponse.ReadAsync(response, Service(input));
            if (Deviations.ContainsKey($"{exception.ContentType} {exception.RawBody}"))
            {
                exception.Code.ShouldBe("C");
                deviating++;
                continue;
            }

            Compare(exception, item.GetProperty("expected"), index, item.GetRawText());
            _ = RequirementsDeviations.ContainsKey(index) ? deviating++ : agreeing++;
        }

        deviating.ShouldBe(Deviations.Count + RequirementsDeviations.Count);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{agreeing} of {cases.Count} cases agree, {deviating} differ on purpose, {excluded} of Flows and Timers have formats that we have no client for.");
    }

    // Flows and Timers wrap their errors in an object "error" or list them as "detail"; the library has no client for them. Their
    // other bodies follow the common rules and are compared.
    private static bool HasRulesOfItsOwn(JsonElement input) =>
        input.GetProperty("error_class").GetString() is "FlowsAPIError" or "TimersAPIError"
        && input.TryGetProperty("json", out var json)
        && json.ValueKind == JsonValueKind.Object
        && ((json.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
            || (json.TryGetProperty("detail", out var detail) && detail.ValueKind == JsonValueKind.Array));

    private static GlobusService Service(JsonElement input) => input.GetProperty("error_class").GetString() switch
    {
        "AuthAPIError" => GlobusService.Auth,
        "GroupsAPIError" => GlobusService.Groups,
        "TransferAPIError" => GlobusService.Transfer,
        _ => GlobusService.Other,
    };

    private static HttpResponseMessage Response(JsonElement input)
    {
        var body = input.TryGetProperty("json", out var json) ? json.GetRawText() : input.GetProperty("text").GetString()!;
        var sent = input.GetProperty("request");
        var request = new HttpRequestMessage(new HttpMethod(sent.GetProperty("method").GetString()!), sent.GetProperty("url").GetString());
        foreach (var header in sent.GetProperty("headers").EnumerateObject())
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        var response = new HttpResponseMessage((HttpStatusCode)input.GetProperty("http_status").GetInt32())
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
            RequestMessage = request,
        };
        foreach (var header in input.GetProperty("headers").EnumerateObject())
        {
            if (!response.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
            }
        }

        return response;
    }

    private static void Compare(GlobusApiException ours, JsonElement expected, int index, string context)
    {
        ((int)ours.StatusCode).ShouldBe(expected.GetProperty("http_status").GetInt32(), context);
        ours.Code.ShouldBe(expected.GetProperty("code").GetString(), context);
        ours.ApiMessage.ShouldBe(expected.GetProperty("message").GetString(), context);
        ours.Messages.ShouldBe(Texts(expected.GetProperty("messages")), context);
        ours.RequestId.ShouldBe(expected.GetProperty("request_id").GetString(), context);
        ours.RawJson.HasValue.ShouldBe(expected.GetProperty("parsed_json").GetBoolean(), context);

        // .NET has no phrase for these two statuses.
        if (ours.StatusCode is not ((HttpStatusCode)418 or (HttpStatusCode)599))
        {
            ours.ReasonPhrase.ShouldBe(expected.GetProperty("http_reason").GetString(), context);
        }

        CompareErrors(ours, expected.GetProperty("errors"), context);
        CompareInfo(ours, expected.GetProperty("info"), index, context);
        CompareText(ours, expected.GetProperty("args"), context);
    }

    private static void CompareErrors(GlobusApiException ours, JsonElement expected, string context)
    {
        ours.Errors.Count.ShouldBe(expected.GetArrayLength(), context);
        foreach (var (error, theirs) in ours.Errors.Zip(expected.EnumerateArray()))
        {
            error.Code.ShouldBe(theirs.GetProperty("code").GetString(), context);
            error.Message.ShouldBe(theirs.GetProperty("message").GetString(), context);
            JsonElement.DeepEquals(error.Raw, theirs.GetProperty("raw")).ShouldBeTrue(context);
        }
    }

    private static void CompareInfo(GlobusApiException ours, JsonElement info, int index, string context)
    {
        if (info.TryGetProperty("error", out _))
        {
            // The SDK crashes here: "not present" instead.
            ours.AuthorizationRequirements.ShouldBeNull(context);
            return;
        }

        if (RequirementsDeviations.TryGetValue(index, out var reason))
        {
            SameRequirements(ours, info).ShouldBeFalse($"Case {index} is listed but agrees: {reason}");
            return;
        }

        SameRequirements(ours, info).ShouldBeTrue($"Case {index}: {context}");
    }

    private static bool SameRequirements(GlobusApiException ours, JsonElement info)
    {
        var parameters = info.GetProperty("authorization_parameters");
        var read = ours.AuthorizationRequirements?.AuthorizationParameters ?? new GlobusAuthorizationParameters();
        return ours.RequiredScopes.SequenceEqual(Texts(info.GetProperty("consent_required").GetProperty("required_scopes")))
            && (!parameters.GetProperty("present").GetBoolean() || (
                ours.AuthorizationRequirements is not null
                && read.SessionMessage == parameters.GetProperty("session_message").GetString()
                && (read.SessionRequiredIdentities ?? []).SequenceEqual(Texts(parameters.GetProperty("session_required_identities")))
                && (read.SessionRequiredSingleDomain ?? []).SequenceEqual(Texts(parameters.GetProperty("session_required_single_domain")))
                && (read.SessionRequiredPolicies ?? []).SequenceEqual(Texts(parameters.GetProperty("session_required_policies")))
                && read.SessionRequiredMfa == Boolean(parameters.GetProperty("session_required_mfa"))));
    }

    private static bool? Boolean(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetBoolean();

    private static void CompareText(GlobusApiException ours, JsonElement args, string context)
    {
        ours.RequestMethod!.Method.ShouldBe(args[0].GetString());
        ours.RequestUri!.AbsoluteUri.ShouldBe(args[1].GetString());
        ours.AuthorizationScheme.ShouldBe(args[2].GetString(), context);
        foreach (var part in args.EnumerateArray().Where(static part => part.ValueKind is JsonValueKind.String or JsonValueKind.Number))
        {
            // GCS repeats parts of its detail here, which we leave in RawJson.
            if (!context.Contains("GCSAPIError") && (int)ours.StatusCode is not (418 or 599))
            {
                ours.Message.ShouldContain(part.ToString(), Case.Sensitive, context);
            }
        }
    }

    private static string[] Texts(JsonElement texts) =>
        texts.ValueKind == JsonValueKind.Array ? [.. texts.EnumerateArray().Select(static text => text.GetString()!)] : [];
}
