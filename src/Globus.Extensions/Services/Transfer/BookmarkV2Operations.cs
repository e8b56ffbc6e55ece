using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Bookmarks of the second version of the service, which is experimental. <see cref="BookmarkOperations"/> has those of the first. Thread-safe, and as long-lived as its client.</summary>
public class BookmarkV2Operations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected BookmarkV2Operations()
    {
    }

    internal BookmarkV2Operations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Lists the caller's bookmarks: <c>GET /v2/bookmarks</c>.</summary>
    /// <param name="includeCollection">Whether to describe the collection as well. Default: no.</param>
    /// <param name="pageSize">How many to ask for at once. Default: as many as the service likes.</param>
    /// <returns>The bookmarks; without their paths where the collection is one of high assurance.</returns>
    /// <exception cref="ArgumentException">The page size is not positive.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual GlobusPageable<BookmarkV2> ListAsync(bool includeCollection = false, int? pageSize = null)
    {
        TransferArguments.PageSize(pageSize, int.MaxValue, nameof(pageSize));
        return TransferPages.ByLink(Connection, "v2/bookmarks", Query(includeCollection).Add("page[limit]", pageSize), JsonApiShapes.Bookmark);
    }

    /// <summary>Gets one bookmark: <c>GET /v2/bookmarks/{bookmark_id}</c>.</summary>
    /// <param name="id">The bookmark.</param>
    /// <param name="includeCollection">Whether to describe the collection as well. Default: no.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The bookmark.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<BookmarkV2> GetAsync(BookmarkId id, bool includeCollection = false, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            "v2/bookmarks/" + PathSegment.Of(id.Value, nameof(id)) + Query(includeCollection), TransferAnswers.JsonApiDocument, JsonApiShapes.Bookmark.Read, cancellationToken);

    /// <summary>Creates a bookmark: <c>POST /v2/bookmarks</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="creation">What the bookmark shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The bookmark as it was created.</returns>
    /// <exception cref="ArgumentException">The name or the collection is empty, the path does not begin with a slash or a tilde, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">The name is taken (409), or the service answered with another error.</exception>
    public virtual Task<BookmarkV2> CreateAsync(BookmarkV2Creation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        creation.Check(nameof(creation));
        return Connection.SendAsync(
            HttpMethod.Post,
            "v2/bookmarks",
            JsonApiShapes.Bookmark.Body(creation, TransferRequestJsonContext.Default.BookmarkV2Creation, creation.AdditionalFields),
            TransferAnswers.JsonApiDocument,
            JsonApiShapes.Bookmark.Read,
            cancellationToken);
    }

    /// <summary>Changes a bookmark: <c>PATCH /v2/bookmarks/{bookmark_id}</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="id">The bookmark.</param>
    /// <param name="update">What it shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The bookmark as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route, the name is empty, the path does not begin with a slash or a tilde, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not the caller's (404), the name is taken (409), or the service answered with another error.</exception>
    public virtual Task<BookmarkV2> UpdateAsync(BookmarkId id, BookmarkV2Update update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check(nameof(update));
        return Connection.SendAsync(
            HttpMethod.Patch,
            "v2/bookmarks/" + PathSegment.Of(id.Value, nameof(id)),
            JsonApiShapes.Bookmark.Body(update, TransferRequestJsonContext.Default.BookmarkV2Update, update.AdditionalFields),
            TransferAnswers.JsonApiDocument,
            JsonApiShapes.Bookmark.Read,
            cancellationToken);
    }

    /// <summary>Deletes a bookmark: <c>DELETE /v2/bookmarks/{bookmark_id}</c>.</summary>
    /// <param name="id">The bookmark.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task DeleteAsync(BookmarkId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync("v2/bookmarks/" + PathSegment.Of(id.Value, nameof(id)), cancellationToken);

    private static TransferQuery Query(bool includeCollection) => new TransferQuery().Add("include", includeCollection ? "collection" : null);
}
