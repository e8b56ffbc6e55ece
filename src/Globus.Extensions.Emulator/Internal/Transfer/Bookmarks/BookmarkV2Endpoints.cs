using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.JsonApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using BookmarkResource = Globus.Extensions.Emulator.Internal.Transfer.JsonApi.JsonApiResource<
    Globus.Extensions.Emulator.Internal.Transfer.Bookmarks.BookmarkAttributes, Globus.Extensions.Emulator.Internal.Transfer.Bookmarks.BookmarkRelationships>;

namespace Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;

/// <summary>The caller's bookmarks, version 2.</summary>
internal sealed class BookmarkV2Endpoints(TransferAccess access, BookmarkBook bookmarks, CollectionStore collections) : IEndpoints
{
    private const string Type = "Bookmark";

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Transfer + "/v2/bookmarks";
        routes.MapGet(Root, access.Route(List));
        routes.MapPost(Root, access.Route(Create));
        routes.MapGet(Root + "/{id}", access.Route(call => bookmarks.With(call, bookmark => Get(call, bookmark))));
        routes.MapPatch(Root + "/{id}", access.Route((TransferCall call, Fields fields) => bookmarks.With(call, bookmark => Update(bookmark, fields))));
        routes.MapDelete(Root + "/{id}", access.Route(call => bookmarks.With(call, Delete)));
    }

    private RequestDelegate List(TransferCall call)
    {
        if (IncludeProblem(call) is { } problem)
        {
            return problem;
        }

        if (!JsonApiPage.TryRead(call, out var page, out var refusal))
        {
            return refusal;
        }

        var listed = page.Of(bookmarks.Of(call), bookmark => Present(bookmark, isListed: true));
        return TransferAnswers.Ok(
            listed with { Included = Included(call, listed.Data.Select(static resource => resource.Relationships.Collection.Data.Id)) },
            TransferJsonContext.Default.JsonApiListJsonApiResourceBookmarkAttributesBookmarkRelationships);
    }

    private RequestDelegate Get(TransferCall call, Bookmark bookmark) => IncludeProblem(call) ?? TransferAnswers.Ok(
        new JsonApiDocument<BookmarkResource>(Present(bookmark)) { Included = Included(call, [bookmark.CollectionId]) },
        TransferJsonContext.Default.JsonApiDocumentJsonApiResourceBookmarkAttributesBookmarkRelationships);

    private RequestDelegate Create(TransferCall call, Fields fields)
    {
        var data = JsonApiBody.Data(fields, Type, out var attributes, attributesRequired: true);
        var collection = JsonApiBody.Relationship(fields, data, "collection", "Collection");
        return fields.Problem is { } problem
            ? TransferAnswers.BadRequest(problem)
            : bookmarks.Create(call, attributes, collection, bookmark => TransferAnswers.Created(
                new JsonApiDocument<BookmarkResource>(Present(bookmark)),
                TransferJsonContext.Default.JsonApiDocumentJsonApiResourceBookmarkAttributesBookmarkRelationships));
    }

    private RequestDelegate Update(Bookmark bookmark, Fields fields)
    {
        _ = JsonApiBody.Data(fields, Type, out var attributes, attributesRequired: true);
        return fields.Problem is { } problem
            ? TransferAnswers.BadRequest(problem)
            : bookmarks.Update(bookmark, attributes, changed => TransferAnswers.Ok(
                new JsonApiDocument<BookmarkResource>(Present(changed)),
                TransferJsonContext.Default.JsonApiDocumentJsonApiResourceBookmarkAttributesBookmarkRelationships));
    }

    private RequestDelegate Delete(Bookmark bookmark)
    {
        bookmarks.Remove(bookmark);
        return TransferAnswers.Ok(
            new JsonApiDocument<BookmarkResource>(null), TransferJsonContext.Default.JsonApiDocumentJsonApiResourceBookmarkAttributesBookmarkRelationships);
    }

    private BookmarkResource Present(Bookmark bookmark, bool isListed = false)
    {
        var isHidden = isListed && collections.TryFind(bookmark.CollectionId, out var collection) && collection.HighAssurance;
        return new BookmarkResource(
            Type,
            bookmark.Id,
            new BookmarkAttributes(bookmark.Name, isHidden ? null : bookmark.Path),
            new BookmarkRelationships(JsonApiRelationship.To("Collection", bookmark.CollectionId)));
    }

    private static RequestDelegate? IncludeProblem(TransferCall call) =>
        call.Query("include") is null or "collection" ? null : TransferAnswers.BadRequest("include can only be 'collection'.");

    /// <summary>What the bookmarks lead to, once each, if that is wanted; collections that are gone are left out.</summary>
    private IReadOnlyList<JsonApiCollection>? Included(TransferCall call, IEnumerable<Guid> ids) => call.Query("include") is null ? null :
    [
        .. ids.Distinct()
            .Select(id => collections.TryFind(id, out var collection) ? collection : null)
            .OfType<Collection>()
            .Select(static collection => new JsonApiCollection(
                collection.Id, new JsonApiCollectionAttributes(collection.DisplayName, collection.HighAssurance))),
    ];
}
