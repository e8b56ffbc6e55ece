using System.Net;
using System.Runtime.CompilerServices;

namespace Globus.Extensions.Http.Internal;

/// <summary>A list whose pages are asked for one after the other, as long as each names a next one. An empty page may name one, too.</summary>
internal sealed class ServicePageable<T>(GlobusService service, Func<string?, CancellationToken, Task<GlobusPage<T>>> getPage) : GlobusPageable<T>
{
    public override async IAsyncEnumerable<GlobusPage<T>> AsPages(string? marker = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var next = marker;
        do
        {
            if (next is not null && !asked.Add(next))
            {
                throw ApiErrorParser.ToException(service, ApiErrorDetails.ByHand(
                    HttpStatusCode.OK, code: null, $"The service gave the marker '{next}' a second time, so that the list would never end; the items before it are true, but may not be all."));
            }

            var page = await getPage(next, cancellationToken).ConfigureAwait(false);
            yield return page;
            next = page.NextMarker;
        }
        while (next is not null);
    }
}
