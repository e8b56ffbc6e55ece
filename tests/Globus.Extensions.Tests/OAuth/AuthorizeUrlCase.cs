using System.Text.Json;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>One case of <c>authorize-urls.json</c>: the arguments of the Python SDK as ours, and what is expected of them.</summary>
internal sealed record AuthorizeUrlCase(string Client, string Environment, string? BaseUrl, JsonElement StartFlow, JsonElement GetAuthorizeUrl, JsonElement Expected)
{
    /// <summary>Tells the cases apart that differ on purpose.</summary>
    public string Key => $"{Client} {StartFlow.GetProperty("redirect_uri", "default")} {JsonText.Minify(GetAuthorizeUrl.GetRawText())}";

    public bool IsConfidential => Client == "confidential";

    public bool IsRefused => Expected.TryGetProperty("error", out _);

    public IReadOnlyDictionary<string, string> Query =>
        Expected.GetProperty("query").EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value.GetString()!);

    public static AuthorizeUrlCase Read(JsonElement item) => new(
        item.GetProperty("client").GetString()!,
        item.GetProperty("environment").GetString()!,
        item.TryGetProperty("base_url", out var url) ? url.GetString() : null,
        item.GetProperty("start_flow"),
        item.GetProperty("get_authorize_url"),
        item.GetProperty("expected"));

    /// <summary>The URL that our client gives, as endpoint and query.</summary>
    public (string Endpoint, IReadOnlyDictionary<string, string> Query) Run(bool usePkceForConfidentialClients, bool useNonce = false)
    {
        using var auth = ScriptedAuth.With(options =>
        {
            options.Environment = Environment;
            options.UsePkceForConfidentialClients = usePkceForConfidentialClients;
            options.UseNonce = useNonce;
            options.ClientSecret = IsConfidential ? "secret" : null;
            if (BaseUrl is not null)
            {
                options.ServiceUrls["auth"] = BaseUrl;
            }
        });
        var url = auth.Client.StartFlow(ToOptions()).AuthorizeUrl;
        return (
            url.GetLeftPart(UriPartial.Path),
            QueryHelpers.ParseQuery(url.Query).ToDictionary(static entry => entry.Key, static entry => entry.Value.Single()!));
    }

    private AuthorizationFlowOptions ToOptions() => new()
    {
        Scopes = Texts(StartFlow.GetProperty("requested_scopes")),
        RedirectUri = StartFlow.GetProperty("redirect_uri", null),
        State = StartFlow.GetProperty("state", "_default"),
        Verifier = StartFlow.GetProperty("verifier", null),
        RequestRefreshTokens = StartFlow.TryGetProperty("refresh_tokens", out var refresh) && refresh.GetBoolean(),
        PrefillNamedGrant = StartFlow.GetProperty("prefill_named_grant", null),
        Parameters = new GlobusAuthorizationParameters
        {
            SessionRequiredIdentities = OptionalTexts("session_required_identities"),
            SessionRequiredSingleDomain = OptionalTexts("session_required_single_domain"),
            SessionRequiredPolicies = OptionalTexts("session_required_policies"),
            SessionRequiredMfa = GetAuthorizeUrl.TryGetProperty("session_required_mfa", out var mfa) ? mfa.GetBoolean() : null,
            SessionMessage = GetAuthorizeUrl.GetProperty("session_message", null),
            Prompt = GetAuthorizeUrl.GetProperty("prompt", null),
        },
        ExtraParameters = GetAuthorizeUrl.TryGetProperty("query_params", out var extra)
            ? [.. extra.EnumerateObject().Select(static member => KeyValuePair.Create(member.Name, member.Value.ToString()))]
            : null,
    };

    private string[]? OptionalTexts(string name) => GetAuthorizeUrl.TryGetProperty(name, out var value) ? Texts(value) : null;

    private static string[] Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Texts)],
        JsonValueKind.Object => [value.EnumerateObject().Single().Value.GetString()!],
        _ => [value.GetString()!],
    };
}
