using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;

/// <summary>The caller's bookmarks, version 0.10.</summary>
internal sealed class BookmarkEndpoints(TransferAccess access, BookmarkBook bookmarks) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Transfer + "/v0.10/bookmark";
        routes.MapGet(Root + "_list", access.Route(List));
        routes.MapPost(Root, access.Route(Create));
        routes.MapGet(Root + "/{id}", access.Route(call => bookmarks.With(call, Show)));
        routes.MapPut(Root + "/{id}", access.Route((TransferCall call, Fields fields) => bookmarks.With(call, bookmark => Update(bookmark, fields))));
        routes.MapDelete(Root + "/{id}", access.Route(call => bookmarks.With(call, Delete)));
    }

    private RequestDelegate List(TransferCall call) => TransferAnswers.Ok(
        new DataList<BookmarkDocument>("bookmark_list", [.. bookmarks.Of(call).Select(BookmarkDocument.Of)]),
        TransferJsonContext.Default.DataListBookmarkDocument);

    private RequestDelegate Create(TransferCall call, Fields fields)
    {
        _ = fields.OneOf("DATA_TYPE", "bookmark");
        return bookmarks.Create(call, fields, fields.Id("endpoint_id", required: true), static bookmark =>
            TransferAnswers.Created(BookmarkDocument.Of(bookmark), TransferJsonContext.Default.BookmarkDocument));
    }

    private RequestDelegate Update(Bookmark bookmark, Fields fields)
    {
        _ = fields.OneOf("DATA_TYPE", "bookmark");
        var endpoint = fields.Id("endpoint_id");
        if (endpoint.Or(bookmark.CollectionId) != bookmark.CollectionId)
        {
            fields.Reject("endpoint_id", "cannot be changed.");
        }

        return bookmarks.Update(bookmark, fields, Show);
    }

    private RequestDelegate Delete(Bookmark bookmark)
    {
        bookmarks.Remove(bookmark);
        return TransferAnswers.Result("Deleted", $"Bookmark '{bookmark.Id}' deleted successfully");
    }

    private static RequestDelegate Show(Bookmark bookmark) =>
        TransferAnswers.Ok(BookmarkDocument.Of(bookmark), TransferJsonContext.Default.BookmarkDocument);
}
