using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Bookmarks: folders with a name. <see cref="BookmarkV2Operations"/> has the same for the second version of the service. Thread-safe, and as long-lived as its client.</summary>
public class BookmarkOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected BookmarkOperations()
    {
    }

    internal BookmarkOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets the caller's bookmarks: <c>GET /v0.10/bookmark_list</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<Bookmark>> GetAllAsync(CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v0.10/bookmark_list", TransferAnswers.BookmarkList, static list => list.Items, cancellationToken);

    /// <summary>Gets one bookmark: <c>GET /v0.10/bookmark/{bookmark_id}</c>.</summary>
    /// <param name="id">The bookmark.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The bookmark.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Bookmark> GetAsync(BookmarkId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v0.10/bookmark/" + PathSegment.Of(id.Value, nameof(id)), TransferAnswers.Bookmark, cancellationToken);

    /// <summary>Creates a bookmark: <c>POST /v0.10/bookmark</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="creation">What the bookmark shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The bookmark as it was created.</returns>
    /// <exception cref="ArgumentException">The name or the collection is empty, the path does not begin with a slash or a tilde, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">The name is taken (409), or the service answered with another error.</exception>
    public virtual Task<Bookmark> CreateAsync(BookmarkCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        creation.Check(nameof(creation));
        return Connection.SendAsync(
            HttpMethod.Post,
            "v0.10/bookmark",
            TransferBody.Of(creation, TransferRequestJsonContext.Default.BookmarkCreation, creation.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.Bookmark,
            cancellationToken);
    }

    /// <summary>Changes a bookmark: <c>PUT /v0.10/bookmark/{bookmark_id}</c>.</summary>
    /// <param name="id">The bookmark.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The bookmark as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not the caller's (404), the name is taken (409), or the service answered with another error.</exception>
    public virtual Task<Bookmark> UpdateAsync(BookmarkId id, BookmarkUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Connection.SendAsync(
            HttpMethod.Put,
            "v0.10/bookmark/" + PathSegment.Of(id.Value, nameof(id)),
            TransferBody.Of(update, TransferRequestJsonContext.Default.BookmarkUpdate, update.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.Bookmark,
            cancellationToken);
    }

    /// <summary>Deletes a bookmark: <c>DELETE /v0.10/bookmark/{bookmark_id}</c>.</summary>
    /// <param name="id">The bookmark.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<TransferResult?> DeleteAsync(BookmarkId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync("v0.10/bookmark/" + PathSegment.Of(id.Value, nameof(id)), TransferAnswers.TransferResult, static result => result, cancellationToken);
}
