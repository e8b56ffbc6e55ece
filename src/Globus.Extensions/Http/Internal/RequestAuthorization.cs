using System.Net.Http.Headers;
using Globus.Extensions.AuthorizationRequirements;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// What a request is stamped with: who authorizes it, for which resource server, and below which URL its token may go.
/// One instance serves all requests of a client.
/// </summary>
internal sealed class RequestAuthorization(IRequestAuthorization source, string resourceServer, Uri baseUrl)
{
    private readonly string _path = baseUrl.AbsolutePath;

    public IRequestAuthorization Source => source;

    public string ResourceServer => resourceServer;

    public Uri BaseUrl => baseUrl;

    public ValueTask<AuthenticationHeaderValue?> GetHeaderAsync(CancellationToken cancellationToken) =>
        source.GetHeaderAsync(resourceServer, cancellationToken);

    public ValueTask<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue rejected, bool mayLogIn, CancellationToken cancellationToken) =>
        source.RenewAsync(resourceServer, rejected, mayLogIn, cancellationToken);

    public ValueTask<AuthenticationHeaderValue?> SatisfyAsync(GlobusAuthorizationRequirements requirements, long sentAt, CancellationToken cancellationToken) =>
        source.SatisfyAsync(resourceServer, requirements, sentAt, cancellationToken);

    /// <summary>Whether a token may go there. Two services may share an origin, as the emulator's do, so the path counts, too.</summary>
    public bool Covers(Uri? url) =>
        url is { IsAbsoluteUri: true }
        && string.Equals(url.Scheme, baseUrl.Scheme, StringComparison.Ordinal)
        && string.Equals(url.IdnHost, baseUrl.IdnHost, StringComparison.OrdinalIgnoreCase)
        && url.Port == baseUrl.Port
        && url.AbsolutePath.StartsWith(_path, StringComparison.Ordinal)
        && (_path.EndsWith('/') || url.AbsolutePath.Length == _path.Length || url.AbsolutePath[_path.Length] == '/')
        && !DotSegments.ClimbIn(url.AbsolutePath);

    public void ThrowIfOutside(Uri? url)
    {
        if (!Covers(url))
        {
            throw new InvalidOperationException(
                $"The request to '{UrlText.WithoutQuery(url)}' is outside of {baseUrl}, the only place where tokens for '{resourceServer}' may be sent. "
                + "Use the client of the other service, or AddGlobusAuthorization on an HttpClient of your own.");
        }
    }
}
