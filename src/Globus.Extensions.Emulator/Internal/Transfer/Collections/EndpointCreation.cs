using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>New collections of Globus Connect Personal: mapped ones, each in a folder of its own, and guests on them.</summary>
internal sealed class EndpointCreation(
    TransferAccess access, CollectionGate gate, CollectionStore collections, CollectionFolders folders, SubscriptionRights subscriptions) : IEndpoints
{
    private const string Failed = "The collection could not be made.";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(EmulatorPaths.Transfer + "/v0.10/endpoint", access.Route(CreateMapped));
        routes.MapPost(EmulatorPaths.Transfer + "/v0.10/shared_endpoint", access.Route(CreateGuest));
    }

    private RequestDelegate CreateMapped(TransferCall call, Fields fields)
    {
        _ = fields.OneOf("DATA_TYPE", "endpoint");
        var change = EndpointFields.Read(fields, isNew: true);
        if (!fields.Flag("is_globus_connect").Value)
        {
            fields.Reject("is_globus_connect", "must be true: other endpoints are made with Globus Connect Server.");
        }

        var refusal = subscriptions.Read(call, fields, out var subscription);
        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (refusal is not null)
        {
            return refusal;
        }

        var id = Guid.NewGuid();
        var collection = change(new Collection
        {
            Id = id,
            EntityType = EntityTypes.GcpMapped,
            DisplayName = "",
            OwnerId = call.Caller.Id,
            Users = [call.Caller.Id],
            SubscriptionId = subscription?.ToString(),
            SubscriptionAdminVerified = subscription is null ? null : false,
            SetupKey = Guid.NewGuid().ToString(),
        });
        collection = collection with { Folder = folders.Prepare(new EmulatorCollection { Id = id, DisplayName = collection.DisplayName }) };
        return collections.TryAdd(collection) ? Created(collection) : TransferAnswers.Conflict(Failed);
    }

    private RequestDelegate CreateGuest(TransferCall call, Fields fields)
    {
        _ = fields.OneOf("DATA_TYPE", "shared_endpoint");
        var change = EndpointFields.Read(fields, isNew: true);
        // The older name goes, too.
        var hostId = fields.Has("host_endpoint_id") ? fields.Id("host_endpoint_id", required: true) : fields.Id("host_endpoint", required: true);
        var path = fields.Text("host_path", required: true);
        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (!gate.TryOpen(call, hostId.Value, localUser: null, out var reach, out var refusal))
        {
            return refusal;
        }

        if (reach.Collection.EntityType != EntityTypes.GcpMapped)
        {
            return TransferAnswers.NotSupported($"{hostId.Value} is no mapped collection of Globus Connect Personal, which alone can be shared this way.");
        }

        if (!CollectionPath.TryParse(path.Value, out var parsed, out var malformed))
        {
            return TransferAnswers.BadRequest(malformed);
        }

        if (FileOperations.FindFolder(reach, parsed) is not null)
        {
            return TransferAnswers.BadRequest($"The path '{path.Value}' is no folder of the collection {hostId.Value}.");
        }

        // Two ways of writing a path are one path.
        var hostPath = Place.FolderPathOf(parsed.Names);
        var collection = change(new Collection
        {
            Id = Guid.NewGuid(),
            EntityType = EntityTypes.GcpGuest,
            DisplayName = "",
            OwnerId = call.Caller.Id,
            HostId = reach.Collection.Id,
            HostPath = hostPath,
        });
        return collections.TryAdd(collection, other => other.HostId == collection.HostId && other.HostPath == hostPath)
            ? Created(collection)
            : TransferAnswers.Conflict($"The folder '{hostPath}' of the collection {hostId.Value} is a guest collection already.");
    }

    private static RequestDelegate Created(Collection collection) => context => TransferAnswers.Created(
        new EndpointCreateResult(collection.Id, collection.SetupKey, TransferErrors.NewRequestId(), TransferErrors.ResourceOf(context)),
        TransferJsonContext.Default.EndpointCreateResult)(context);
}
