using System.Net.Http.Headers;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// What a request is stamped with: who authorizes it, for which resource server, and below which URL its token may go.
/// One instance serves all requests of a client.
/// </summary>
internal sealed class RequestAuthorization
{
    private readonly string _path;

    public RequestAuthorization(IRequestAuthorization source, string resourceServer, Uri baseUrl)
    {
        Source = source;
        ResourceServer = resourceServer;
        BaseUrl = baseUrl;
        _path = baseUrl.AbsolutePath;
    }

    public IRequestAuthorization Source { get; }

    public string ResourceServer { get; }

    public Uri BaseUrl { get; }

    public ValueTask<AuthenticationHeaderValue?> GetHeaderAsync(CancellationToken cancellationToken) =>
        Source.GetHeaderAsync(ResourceServer, cancellationToken);

    /// <summary>Two services may share an origin, as the emulator's do, so the path counts, too.</summary>
    public void EnsureCovers(Uri? url)
    {
        if (url is not { IsAbsoluteUri: true }
            || !string.Equals(url.Scheme, BaseUrl.Scheme, StringComparison.Ordinal)
            || !string.Equals(url.IdnHost, BaseUrl.IdnHost, StringComparison.OrdinalIgnoreCase)
            || url.Port != BaseUrl.Port
            || !url.AbsolutePath.StartsWith(_path, StringComparison.Ordinal)
            || (!_path.EndsWith('/') && url.AbsolutePath.Length > _path.Length && url.AbsolutePath[_path.Length] != '/')
            || DotSegments.ClimbIn(url.AbsolutePath))
        {
            throw new InvalidOperationException(
                $"The request to '{UrlText.WithoutQuery(url)}' is outside of {BaseUrl}, the only place where tokens for '{ResourceServer}' may be sent. "
                + "Use the client of the other service, or AddGlobusAuthorization on an HttpClient of your own.");
        }
    }
}
