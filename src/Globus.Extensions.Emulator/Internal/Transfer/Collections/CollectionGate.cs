using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Consents;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Finds collections for calls and says why not.</summary>
internal sealed class CollectionGate(
    CollectionStore collections, CollectionPermissions permissions, ConsentStore consents, LinkLock links, GlobusEmulatorOptions options)
{
    /// <summary>The collection or endpoint of that id, if the caller may know about it.</summary>
    public bool TryFind(
        TransferCall call, Guid id, [NotNullWhen(true)] out Collection? collection, [NotNullWhen(false)] out RequestDelegate? refusal)
    {
        refusal = !collections.TryFind(id, out collection) ? NotFound(call, id)
            : !permissions.CanSee(collection, call.Caller.Id) ? TransferAnswers.PermissionDenied($"The endpoint {id} is not open to you.")
            : null;
        return refusal is null;
    }

    /// <summary>
    /// The files of a collection, if the caller may use any of them and has allowed Transfer to use them; the paths are checked later, one by
    /// one.
    /// </summary>
    public bool TryOpen(
        TransferCall call,
        Guid id,
        string? localUser,
        [NotNullWhen(true)] out CollectionReach? reach,
        [NotNullWhen(false)] out RequestDelegate? refusal)
    {
        reach = null;
        if (!TryFind(call, id, out var collection, out refusal))
        {
            return false;
        }

        refusal = !collection.HasFiles
                ? TransferAnswers.Failure(StatusCodes.Status409Conflict, "NotSupported", $"{id} is an endpoint, which has no files; use one of its collections.")
            : localUser is not null && collection.EntityType != EntityTypes.GcsMapped
                ? TransferAnswers.BadRequest("local_user can be given for GCSv5 mapped collections only.")
            : !permissions.CanUse(collection, call.Caller.Id)
                ? TransferAnswers.Failure(StatusCodes.Status403Forbidden, "EndpointPermissionDenied", $"You have no access to the collection {id}.")
            : MissingConsent(call, collection);
        if (refusal is null && !TryReach(id, call.Caller.Id, out reach, out _))
        {
            refusal = TransferAnswers.Failure(StatusCodes.Status502BadGateway, "EndpointError", $"The folder of the collection {id} is gone.");
        }

        return refusal is null;
    }

    /// <summary>The files of a collection for an identity whose right to them is checked path by path.</summary>
    public bool TryReach(Guid id, Guid identity, [NotNullWhen(true)] out CollectionReach? reach, [NotNullWhen(false)] out FileFault? gone)
    {
        reach = collections.TryFind(id, out var collection) && CollectionFolders.TryFindRoot(collections, collection, out _)
            ? new CollectionReach(collections, permissions, links, options.TimeProvider, collection, identity)
            : null;
        gone = reach is null ? FileFault.CollectionGone(collection?.DisplayName ?? $"{id}") : null;
        return reach is not null;
    }

    private RequestDelegate? MissingConsent(TransferCall call, Collection collection)
    {
        var dataAccess = ScopeNames.DataAccess(collection.Id);
        return collection.NeedsDataAccess && !consents.Has(call.ClientId, call.Caller.Id, ScopeNames.TransferAll, dataAccess)
            ? TransferAnswers.ConsentRequired(
                $"Access to the collection {collection.DisplayName} has to be allowed.", $"{ScopeNames.TransferAll}[*{dataAccess}]")
            : null;
    }

    private RequestDelegate NotFound(TransferCall call, Guid id)
    {
        var named = id == Guid.Empty ? call.Context.Request.RouteValues["id"] ?? id : id;
        return collections.IsDeleted(id)
            ? TransferAnswers.NotFound("EndpointDeleted", $"The endpoint '{named}' has been deleted.")
            : TransferAnswers.NotFound("EndpointNotFound", $"There is no endpoint '{named}'.");
    }
}
