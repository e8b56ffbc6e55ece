using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Http;

/// <summary>
/// A long list that a service hands out page by page. Enumerate it by <c>await foreach</c>: a page is fetched when its first item is
/// asked for, and no request is sent before. Each enumeration begins anew. It comes to the end of the list or throws: a page that breaks off is
/// asked for again, and never taken for a short one.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class GlobusPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>For substitutes in tests and lists of one's own.</summary>
    protected GlobusPageable()
    {
    }

    /// <summary>Makes a list of pages that are there already, to stand in for the answer of a service.</summary>
    /// <param name="pages">The pages.</param>
    /// <returns>The list. A marker that it gets has to be the <see cref="GlobusPage{T}.NextMarker"/> of one of its pages.</returns>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The type of the items is that of the list which it stands in for.")]
    public static GlobusPageable<T> FromPages(params IEnumerable<GlobusPage<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new GivenPageable<T>([.. pages]);
    }

    /// <summary>The list page by page, each with the marker to go on from.</summary>
    /// <param name="marker">Where to begin: the <see cref="GlobusPage{T}.NextMarker"/> of an earlier page. Default: at the beginning.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The pages. A page is fetched when it is asked for.</returns>
    /// <exception cref="ArgumentException">The marker is none of this list; thrown on enumeration.</exception>
    /// <exception cref="GlobusApiException">
    /// The service answered with an error, or gave a marker a second time, so that the list would never end; thrown on enumeration.
    /// </exception>
    public abstract IAsyncEnumerable<GlobusPage<T>> AsPages(string? marker = null, CancellationToken cancellationToken = default);

    /// <summary>Enumerates the items, page after page.</summary>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The items.</returns>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            for (var i = 0; i < page.Items.Count; i++)
            {
                yield return page.Items[i];
            }
        }
    }
}
