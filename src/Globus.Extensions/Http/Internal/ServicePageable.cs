using System.Runtime.CompilerServices;

namespace Globus.Extensions.Http.Internal;

/// <summary>A list whose pages are asked for one after the other. It ends with an empty page, and with a marker that comes again.</summary>
internal sealed class ServicePageable<T>(Func<string?, CancellationToken, Task<GlobusPage<T>>> getPage) : GlobusPageable<T>
{
    public override async IAsyncEnumerable<GlobusPage<T>> AsPages(string? marker = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = marker; ;)
        {
            if (next is not null)
            {
                seen.Add(next);
            }

            var page = await getPage(next, cancellationToken).ConfigureAwait(false);
            next = page.Items.Count == 0 ? null : page.NextMarker;
            yield return page;
            if (next is null || seen.Contains(next))
            {
                yield break;
            }
        }
    }
}
