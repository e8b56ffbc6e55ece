using Globus.Extensions.Emulator.Internal.Transfer.Queries;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary><c>GET /v0.10/endpoint_search</c>.</summary>
internal sealed class EndpointSearch(
    CollectionStore collections, CollectionPermissions permissions, EndpointPresenter presenter, TaskStore tasks)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;
    private const int MaxResults = 1000;
    private const string Everything = "all";

    public RequestDelegate Run(TransferCall call)
    {
        var scope = call.Query("filter_scope") ?? Everything;
        if (Problem(call, scope) is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (!ListQuery<Collection>.TryReadNumber(call.Context.Request.Query, "limit", DefaultLimit, MaxLimit, out var limit, out problem)
            || !ListQuery<Collection>.TryReadNumber(call.Context.Request.Query, "offset", 0, MaxResults, out var offset, out problem))
        {
            return TransferAnswers.BadRequest(problem);
        }

        Collection[] found = [.. InScope(call.Caller.Id, scope).Where(collection => Passes(call, collection)).Take(MaxResults)];
        EndpointDocument[] page = [.. found.Skip(offset).Take(limit).Select(collection => presenter.Present(collection, call.Caller.Id))];
        return TransferAnswers.Ok(
            new EndpointList(offset, limit, found.Length > offset + limit, page), TransferJsonContext.Default.EndpointList);
    }

    private static string? Problem(TransferCall call, string scope)
    {
        var owner = call.Query("filter_owner_id");
        var type = call.Query("filter_entity_type");
        string?[] ids = [owner, call.Query("filter_host_endpoint")];
        return !IsKnownScope(scope) ? $"filter_scope '{scope}' is not known."
            : ids.FirstOrDefault(static id => id is not null && !Guid.TryParse(id, out _)) is { } malformed ? $"'{malformed}' is not a UUID."
            : owner is not null && scope is "my-endpoints" or "my-gcp-endpoints" or "shared-by-me" ? $"filter_owner_id cannot be given with filter_scope {scope}."
            : type is not null && !EntityTypes.IsKnown(type) ? $"filter_entity_type '{type}' is not known."
            : call.Flag("filter_non_functional", byDefault: false) is null ? "filter_non_functional must be 1 or 0."
            : type is not null && call.Query("filter_non_functional") is not null ? "filter_non_functional and filter_entity_type cannot be given together."
            : scope == Everything && call.Query("filter_fulltext") is null && type is null && ids.All(static id => id is null)
                ? "filter_fulltext is needed unless filter_scope or another filter narrows the search."
            : null;
    }

    private static bool IsKnownScope(string scope) => scope is Everything or "my-endpoints" or "my-gcp-endpoints" or "recently-used" or "in-use"
        or "shared-by-me" or "shared-with-me" or "administered-by-me" or "hide-no-permissions";

    private IEnumerable<Collection> InScope(Guid caller, string scope)
    {
        var visible = collections.All.Where(collection => permissions.CanSee(collection, caller));
        return scope switch
        {
            "my-endpoints" => visible.Where(collection => collection.OwnerId == caller),
            "my-gcp-endpoints" => visible.Where(collection => collection.OwnerId == caller && collection.EntityType == EntityTypes.GcpMapped),
            "shared-by-me" => visible.Where(collection => collection.OwnerId == caller && collection.IsGuest),
            "shared-with-me" => visible.Where(collection => permissions.IsSharedWith(collection, caller)),
            "administered-by-me" => visible.Where(collection => permissions.IsAdministrator(collection, caller)),
            "hide-no-permissions" => visible.Where(collection => permissions.CanUse(collection, caller)),
            "recently-used" => visible.IntersectBy(UsedBy(caller, static _ => true), static collection => collection.Id),
            "in-use" => visible.IntersectBy(UsedBy(caller, static task => !task.IsFinished), static collection => collection.Id),
            _ => visible,
        };
    }

    private IEnumerable<Guid> UsedBy(Guid caller, Func<TransferTask, bool> counts) => tasks.OwnedBy(caller).Where(counts)
        .SelectMany(static task => task.Submission.Collections);

    private bool Passes(TransferCall call, Collection collection) =>
        Matches(call.Query("filter_owner_id"), collection.OwnerId)
        && Matches(call.Query("filter_host_endpoint"), collection.HostId)
        && (call.Query("filter_entity_type") is not { } type || collection.EntityType == type)
        && (call.Query("filter_non_functional") is null
            || call.Flag("filter_non_functional", byDefault: false) == (collection.EntityType == EntityTypes.GcsEndpoint))
        && (call.Query("filter_fulltext") is not { } words || HasWords(collection, words));

    private static bool Matches(string? wanted, Guid? id) => wanted is null || Guid.Parse(wanted) == id;

    /// <summary>Every word has to be somewhere in what people read about the collection.</summary>
    private bool HasWords(Collection collection, string words)
    {
        var text = string.Join(
            '\n',
            collection.Id,
            collection.DisplayName,
            collection.Description,
            collection.Organization,
            collection.Department,
            collection.Keywords,
            presenter.OwnerOf(collection));
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
