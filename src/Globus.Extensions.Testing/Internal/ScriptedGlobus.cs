using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Globus.Extensions.Testing.Internal;

/// <summary>As much of Globus Auth as a login of a native client needs, within the process: codes that work once, and PKCE.</summary>
internal sealed class ScriptedGlobus : HttpMessageHandler
{
    public const string AuthUrl = "https://auth.conformance.example/";
    public const string ClientId = "00000000-0000-4000-a000-00000000c0de";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, string>> _codes = new(StringComparer.Ordinal);
    private int _exchanges;

    /// <summary>How often a code was to be exchanged.</summary>
    public int Exchanges => Volatile.Read(ref _exchanges);

    /// <summary>The person logs in and consents.</summary>
    public Uri Allow(Uri authorizeUrl)
    {
        var request = Queries.Read(authorizeUrl.Query);
        var code = Guid.NewGuid().ToString("N");
        lock (_gate)
        {
            _codes.Add(code, request);
        }

        return Queries.Append(request["redirect_uri"], ("code", code), ("state", request["state"]), ("iss", AuthUrl.TrimEnd('/')));
    }

    /// <summary>The person does not consent.</summary>
    public static Uri Deny(Uri authorizeUrl)
    {
        var request = Queries.Read(authorizeUrl.Query);
        return Queries.Append(request["redirect_uri"], ("error", "access_denied"), ("error_description", "<The person> said no."), ("state", request["state"]));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = Queries.Read(await request.Content!.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        Interlocked.Increment(ref _exchanges);
        Dictionary<string, string>? asked;
        lock (_gate)
        {
            _codes.Remove(form.GetValueOrDefault("code", ""), out asked);
        }

        return asked is not null && form.GetValueOrDefault("redirect_uri") == asked["redirect_uri"] && IsVerified(form, asked)
            ? Answer(HttpStatusCode.OK, Tokens(asked))
            : Answer(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");
    }

    private static bool IsVerified(Dictionary<string, string> form, Dictionary<string, string> asked) =>
        form.TryGetValue("code_verifier", out var verifier)
        && asked.TryGetValue("code_challenge", out var challenge)
        && Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_') == challenge;

    private static string Tokens(Dictionary<string, string> asked)
    {
        var refresh = asked.GetValueOrDefault("access_type") == "offline" ? "\"refresh_token\":\"refresh\"," : "";
        return $$"""{"access_token":"access-{{asked["state"]}}",{{refresh}}"scope":"{{asked["scope"]}}","resource_server":"auth.globus.org","token_type":"Bearer","expires_in":172800}""";
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
