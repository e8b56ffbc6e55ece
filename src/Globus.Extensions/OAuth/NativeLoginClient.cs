using Globus.Extensions.OAuth.Internal;

namespace Globus.Extensions.OAuth;

/// <summary>
/// A public client: an application that people run themselves and that cannot keep a secret (RFC 8252). It proves with PKCE that it
/// is the one that started a flow.
/// </summary>
public class NativeLoginClient : GlobusLoginClient
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected NativeLoginClient()
    {
    }

    internal NativeLoginClient(LoginClientContext context)
        : base(context)
    {
    }

    /// <summary>The page of Globus Auth that shows the code to copy.</summary>
    public override string DefaultRedirectUri => new Uri(AuthUrl, "v2/web/auth-code").AbsoluteUri;

    private protected override bool UsesPkce => true;

    private protected override string? PrefillOf(AuthorizationFlowOptions options) => options.PrefillNamedGrant;

    private protected override void Authenticate(HttpRequestMessage request, List<KeyValuePair<string, string>> form) =>
        form.Add(new("client_id", Context.ClientId));
}
