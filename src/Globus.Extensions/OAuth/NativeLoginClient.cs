using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OAuth.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Principals.Internal;

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

    /// <summary>
    /// Makes a confidential client out of this one, its template, so that an installed application has a secret of its own:
    /// <c>POST /v2/api/clients</c>, without any credentials.
    /// </summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="name">The name of the instance, such as that of the machine.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new client, with its secret: keep it, it is not shown again.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="AuthApiException">This client is not a template, or the service answered with another error.</exception>
    public virtual Task<CreatedClient> CreateNativeAppInstanceAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var instance = new NativeAppInstance(name, new ClientId(ClientId));
        var body = JsonBody.Wrap("client", instance, PrincipalsJsonContext.Default.NativeAppInstance);
        return Transport.PostAsync("v2/api/clients", body, credentials: null, PrincipalsJsonContext.Default.CreatedClient, cancellationToken);
    }

    private protected override string? PrefillOf(AuthorizationFlowOptions options) => options.PrefillNamedGrant;

    private protected override void Authenticate(HttpRequestMessage request, List<KeyValuePair<string, string>> form) =>
        form.Add(new("client_id", Context.ClientId));
}
