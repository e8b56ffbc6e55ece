using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>The synchronous operations on files: ls, stat, mkdir, rename, symlink.</summary>
internal sealed class FileEndpoints(TransferAccess access, CollectionGate gate, PauseRuleBook pauses) : IEndpoints
{
    private const int MaxLimit = 100_000;
    private const string Home = "/~/";

    private static readonly Dictionary<string, QueryField<FileDocument>> QueryFields = new()
    {
        ["name"] = new(static file => file.Name),
        ["type"] = new(static file => file.Type),
        ["size"] = new(static file => file.Size?.ToString(CultureInfo.InvariantCulture), Number: static file => file.Size),
        ["last_modified"] = new(static file => file.LastModified, Time: static file => ReadTime(file.LastModified)),
        ["permissions"] = new(static file => file.Permissions),
        ["user"] = new(static file => file.User),
        ["group"] = new(static file => file.Group),
        ["link_target"] = new(static file => file.LinkTarget),
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Transfer + "/v0.10/operation/endpoint/{id}";
        routes.MapGet(Root + "/ls", access.Route(List));
        routes.MapGet(Root + "/stat", access.Route(Stat));
        routes.MapPost(Root + "/mkdir", access.RouteToFiles((call, fields) => Change(call, fields, "Mkdir", static rule => rule.PauseMkdir, MakeFolder)));
        routes.MapPost(Root + "/rename", access.RouteToFiles((call, fields) => Change(call, fields, "Rename", static rule => rule.PauseRename, Rename)));
        routes.MapPost(Root + "/symlink", access.RouteToFiles((call, fields) => Change(call, fields, "Symlink", static rule => rule.PauseSymlink, Link)));
    }

    private RequestDelegate List(TransferCall call)
    {
        if (!TryOpen(call, call.Query("local_user"), static rule => rule.PauseLs, out var reach, out var refusal)
            || !TryReadPath(call.Query("path") ?? reach.Collection.DefaultDirectory ?? Home, out var path, out refusal))
        {
            return refusal;
        }

        if (!ListQuery<FileDocument>.TryRead(call.Context.Request.Query, QueryFields, MaxLimit, MaxLimit, out var query, out var problem))
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (call.Flag("show_hidden", byDefault: true) is not { } showHidden)
        {
            return TransferAnswers.BadRequest("show_hidden must be 1, 0, true or false.");
        }

        if (FileOperations.List(reach, path, showHidden, out var files, out var place) is { } fault)
        {
            return Refuse(fault, "DirListing");
        }

        var selected = query.Select(files);
        var page = query.Page(selected);
        return TransferAnswers.Ok(
            new FileList
            {
                Endpoint = reach.Collection.Id,
                Path = path.FolderText,
                AbsolutePath = place.FolderPath,
                Length = page.Count,
                Total = selected.Count,
                Limit = query.Limit,
                Offset = query.Offset,
                Data = page,
            },
            TransferJsonContext.Default.FileList);
    }

    private RequestDelegate Stat(TransferCall call)
    {
        if (!TryOpen(call, call.Query("local_user"), static rule => rule.PauseLs, out var reach, out var refusal)
            || !TryReadPath(call.Query("path") ?? reach.Collection.DefaultDirectory ?? Home, out var path, out refusal))
        {
            return refusal;
        }

        return FileOperations.Stat(reach, path, out var file) is { } fault
            ? Refuse(fault, "Stat")
            : TransferAnswers.Ok(file!, TransferJsonContext.Default.FileDocument);
    }

    private RequestDelegate Change(
        TransferCall call,
        Fields fields,
        string operation,
        Func<PauseRule, bool> stops,
        Func<CollectionReach, Fields, string, RequestDelegate> change)
    {
        var localUser = fields.NullableText("local_user").Value;
        return fields.Problem is { } problem ? TransferAnswers.BadRequest(problem)
            : TryOpen(call, localUser, stops, out var reach, out var refusal) ? change(reach, fields, operation)
            : refusal;
    }

    /// <summary>The files of the collection in the route, unless a pause rule stops the operation.</summary>
    private bool TryOpen(
        TransferCall call,
        string? localUser,
        Func<PauseRule, bool> stops,
        [NotNullWhen(true)] out CollectionReach? reach,
        [NotNullWhen(false)] out RequestDelegate? refusal)
    {
        if (gate.TryOpen(call, call.Id(), localUser, out reach, out refusal))
        {
            refusal = pauses.Refuse(reach.Collection, call.Caller.Id, stops);
        }

        return refusal is null;
    }

    private static RequestDelegate MakeFolder(CollectionReach reach, Fields fields, string operation) =>
        !TryReadPath(fields, "path", out var path, out var refusal) ? refusal
        : FileOperations.MakeFolder(reach, path) is { } fault ? Refuse(fault, operation)
        : TransferAnswers.Result("DirectoryCreated", "The directory was created successfully", "mkdir_result");

    private static RequestDelegate Rename(CollectionReach reach, Fields fields, string operation) =>
        !TryReadPath(fields, "old_path", out var from, out var refusal) || !TryReadPath(fields, "new_path", out var to, out refusal) ? refusal
        : FileOperations.Rename(reach, from, to) is { } fault ? Refuse(fault, operation)
        : TransferAnswers.Result("FileRenamed", "File or directory renamed successfully");

    private static RequestDelegate Link(CollectionReach reach, Fields fields, string operation)
    {
        var target = fields.Text("symlink_target", required: true);
        return !TryReadPath(fields, "path", out var path, out var refusal) ? refusal
            : fields.Problem is { } problem ? TransferAnswers.BadRequest(problem)
            : FileOperations.Link(reach, path, target.Value) is { } fault ? Refuse(fault, operation)
            : TransferAnswers.Result("SymlinkCreated", "The symlink was created successfully", "symlink_result");
    }

    private static bool TryReadPath(Fields fields, string name, [NotNullWhen(true)] out CollectionPath? path, [NotNullWhen(false)] out RequestDelegate? refusal)
    {
        var text = fields.Text(name, required: true);
        path = null;
        refusal = fields.Problem is { } problem ? TransferAnswers.BadRequest(problem) : null;
        return refusal is null && TryReadPath(text.Value, out path, out refusal);
    }

    private static bool TryReadPath(string text, [NotNullWhen(true)] out CollectionPath? path, [NotNullWhen(false)] out RequestDelegate? refusal)
    {
        var isPath = CollectionPath.TryParse(text, out path, out var problem);
        refusal = isPath ? null : TransferAnswers.BadRequest(problem!);
        return isPath;
    }

    /// <summary>What is not there is 404, what is not allowed 403, what the collection could not do 502.</summary>
    private static RequestDelegate Refuse(FileFault fault, string operation) => (fault.Code, operation) switch
    {
        (FaultCodes.FileNotFound, "Stat") => TransferAnswers.NotFound("NotFound", fault.Description),
        (FaultCodes.FileNotFound, _) => TransferAnswers.NotFound("ClientError.NotFound", fault.Description),
        (FaultCodes.PermissionDenied, "Mkdir") => Failed("ExternalError.MkdirFailed.PermissionDenied", fault),
        (FaultCodes.PermissionDenied, _) =>
            TransferAnswers.Failure(StatusCodes.Status403Forbidden, "EndpointPermissionDenied", fault.Description),
        (FaultCodes.Exists, _) => Failed($"ExternalError.{operation}Failed.Exists", fault),
        (FaultCodes.NotADirectory, _) => Failed($"ExternalError.{operation}Failed.NotDirectory", fault),
        _ => Failed("EndpointError", fault),
    };

    private static RequestDelegate Failed(string code, FileFault fault) =>
        TransferAnswers.Failure(StatusCodes.Status502BadGateway, code, fault.Description);

    private static DateTimeOffset? ReadTime(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
