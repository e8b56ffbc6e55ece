using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;

/// <summary>The bookmarks of everybody, which both versions of the API share.</summary>
internal sealed class BookmarkBook(ResourceStore<Bookmark> store, CollectionGate gate)
{
    private const int MaxNameLength = 128;

    public IReadOnlyList<Bookmark> Of(TransferCall call) => [.. store.All.Where(bookmark => bookmark.OwnerId == call.Caller.Id)];

    /// <summary>The bookmark that the route names, if it is the caller's.</summary>
    public RequestDelegate With(TransferCall call, Func<Bookmark, RequestDelegate> handler) =>
        store.TryFind(call.Id(), out var bookmark) && bookmark.OwnerId == call.Caller.Id
            ? handler(bookmark)
            : TransferAnswers.NotFound("BookmarkNotFound", $"There is no bookmark '{call.Context.Request.RouteValues["id"]}'.");

    public RequestDelegate Create(
        TransferCall call, Fields fields, Field<Guid> collection, Func<Bookmark, RequestDelegate> answer)
    {
        var name = Name(fields, required: true);
        var path = Path(fields, required: true);
        return fields.Problem is { } problem ? TransferAnswers.BadRequest(problem)
            : !gate.TryFind(call, collection.Value, out var found, out var refusal) ? refusal
            : Keep(new Bookmark
            {
                Id = Guid.NewGuid(),
                OwnerId = call.Caller.Id,
                Name = name.Value,
                CollectionId = found.Id,
                Path = path.Value,
                Pinned = fields.OptionalFlag("pinned").Value,
            }, answer);
    }

    public RequestDelegate Update(Bookmark bookmark, Fields fields, Func<Bookmark, RequestDelegate> answer)
    {
        var name = Name(fields, required: false);
        var path = Path(fields, required: false);
        var pinned = fields.OptionalFlag("pinned");
        return fields.Problem is { } problem
            ? TransferAnswers.BadRequest(problem)
            : Keep(bookmark with { Name = name.Or(bookmark.Name), Path = path.Or(bookmark.Path), Pinned = pinned.Or(bookmark.Pinned) }, answer);
    }

    public bool Remove(Bookmark bookmark) => store.Remove(bookmark.Id);

    private RequestDelegate Keep(Bookmark bookmark, Func<Bookmark, RequestDelegate> answer) =>
        store.TrySet(bookmark.Id, bookmark, other => other.OwnerId == bookmark.OwnerId && other.Name == bookmark.Name)
            ? answer(bookmark)
            : TransferAnswers.Conflict($"You have a bookmark with the name '{bookmark.Name}' already.");

    private static Field<string> Name(Fields fields, bool required)
    {
        var name = fields.Text("name", required);
        if (name.IsSet && name.Value.Length > MaxNameLength)
        {
            fields.Reject("name", $"must have at most {MaxNameLength} characters.");
        }

        return name;
    }

    private static Field<string> Path(Fields fields, bool required)
    {
        var path = fields.Text("path", required);
        if (path.IsSet && !CollectionPath.TryParse(path.Value, out _, out var problem))
        {
            fields.Reject("path", $"is no path of a collection: {problem}");
        }

        return path;
    }
}
