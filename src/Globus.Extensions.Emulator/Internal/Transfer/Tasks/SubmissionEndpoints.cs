using System.Text.Json;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Submission of transfers and deletes: a submission id becomes one task, however often it comes.</summary>
internal sealed class SubmissionEndpoints(
    TransferAccess access, CollectionGate gate, SubmissionDesk desk, TaskPauses pauses, GlobusEmulatorOptions options) : IEndpoints
{
    private const long MaxBodySize = 256L * 1024 * 1024;
    private static readonly TimeSpan DefaultDeadline = TimeSpan.FromDays(1);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(EmulatorPaths.Transfer + "/v0.10/transfer", access.Route((call, body) => Submit(call, body, ReadTransfer), MaxBodySize));
        routes.MapPost(EmulatorPaths.Transfer + "/v0.10/delete", access.Route((call, body) => Submit(call, body, ReadDelete), MaxBodySize));
    }

    private RequestDelegate Submit(
        TransferCall call, JsonElement body, Func<TransferCall, JsonElement, Fields, Guid, (TaskSubmission? Submission, RequestDelegate? Refusal)> read)
    {
        var fields = new Fields(body, "body");
        var submissionId = fields.Id("submission_id", required: true);
        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        // Whatever has become of the collections since: what was accepted once stays accepted.
        if (desk.TryFind(call.Caller.Id, submissionId.Value, out var accepted))
        {
            return Answer(accepted, isNew: false);
        }

        var label = TaskFields.Label(fields);
        var deadline = TaskFields.Deadline(fields, allowNull: true);
        var (submission, refusal) = read(call, body, fields, submissionId.Value);
        if (fields.Problem is { } later)
        {
            return TransferAnswers.BadRequest(later);
        }

        if (submission is null)
        {
            return refusal!;
        }

        var now = options.TimeProvider.GetUtcNow();
        var progress = new TaskProgress { Label = label.Value, Deadline = deadline.IsSet ? deadline.Value : now + DefaultDeadline };
        var isNew = desk.TryAccept(new TransferTask(Guid.NewGuid(), submission, now, progress), out accepted);
        return Answer(accepted, isNew);
    }

    private (TaskSubmission? Submission, RequestDelegate? Refusal) ReadTransfer(TransferCall call, JsonElement body, Fields fields, Guid submissionId)
    {
        var submission = TransferReader.Read(fields, submissionId, call.Caller.Id);
        if (fields.Problem is not null)
        {
            return default;
        }

        if (!HasItems(body, out var data))
        {
            return (null, TransferAnswers.Failure(
                StatusCodes.Status400BadRequest, "ClientError.BadRequest.NoTransferItems", "A transfer requires at least one item"));
        }

        var items = ItemReader.ReadTransfers(data, out var problem);
        return problem is not null ? (null, TransferAnswers.BadRequest(problem))
            : gate.TryOpen(call, submission.SourceEndpoint, submission.SourceLocalUser, out _, out var refusal)
                && gate.TryOpen(call, submission.DestinationEndpoint!.Value, submission.DestinationLocalUser, out _, out refusal)
                ? (submission with { Items = items }, null)
            : (null, refusal);
    }

    private (TaskSubmission? Submission, RequestDelegate? Refusal) ReadDelete(TransferCall call, JsonElement body, Fields fields, Guid submissionId)
    {
        var submission = TransferReader.ReadDelete(fields, submissionId, call.Caller.Id);
        if (fields.Problem is not null)
        {
            return default;
        }

        if (!HasItems(body, out var data))
        {
            return (null, TransferAnswers.BadRequest("A delete requires at least one item"));
        }

        var items = ItemReader.ReadDeletes(data, out var problem);
        return problem is not null ? (null, TransferAnswers.BadRequest(problem))
            : gate.TryOpen(call, submission.SourceEndpoint, submission.SourceLocalUser, out _, out var refusal)
                ? (submission with { Items = items }, null)
            : (null, refusal);
    }

    private static bool HasItems(JsonElement body, out JsonElement data) =>
        body.TryGetProperty("DATA", out data) && data.ValueKind == JsonValueKind.Array && data.GetArrayLength() > 0;

    private RequestDelegate Answer(TransferTask task, bool isNew) => context =>
    {
        desk.Settle();
        if (isNew)
        {
            pauses.Start(task);
        }

        var kind = task.Submission.IsTransfer ? "transfer" : "delete";
        return JsonAnswer.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new SubmissionResult(
                kind + "_result",
                isNew ? "Accepted" : "Duplicate",
                isNew ? $"The {kind} has been accepted and a task has been created and queued for execution"
                    : $"A {kind} with the same submission_id has been accepted before",
                TransferErrors.NewRequestId(),
                TransferErrors.ResourceOf(context),
                task.Submission.SubmissionId,
                task.Id,
                TaskLink.To(task.Id)),
            TransferJsonContext.Default.SubmissionResult);
    };
}
