using System.Runtime.CompilerServices;

namespace Globus.Extensions.Http.Internal;

/// <summary>A list whose pages are there already.</summary>
internal sealed class GivenPageable<T>(IReadOnlyList<GlobusPage<T>> pages) : GlobusPageable<T>
{
    public override async IAsyncEnumerable<GlobusPage<T>> AsPages(string? marker = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var page in marker is null ? pages : pages.Skip(IndexAfter(marker)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }
    }

    private int IndexAfter(string marker)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i].NextMarker == marker)
            {
                return i + 1;
            }
        }

        throw new ArgumentException($"'{marker}' is no marker of this list.", nameof(marker));
    }
}
