using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>Knows which pause rules stop what. A rule on a host holds for what stands on it, too.</summary>
internal sealed class PauseRuleBook(ResourceStore<PauseRule> store, CollectionStore collections, GlobusEmulatorOptions options)
{
    /// <summary>When the next rule begins that has not begun yet.</summary>
    public DateTimeOffset? NextStart
    {
        get
        {
            var now = options.TimeProvider.GetUtcNow();
            return store.All.Where(rule => !rule.HasStarted(now)).Min(static rule => rule.StartTime);
        }
    }

    /// <summary>The rules that stop an identity on a collection in one way or another.</summary>
    public IReadOnlyList<PauseRule> Effective(Collection collection, Guid identity)
    {
        var now = options.TimeProvider.GetUtcNow();
        var lineage = collections.Lineage(collection);
        return
        [
            .. store.All.Where(rule => rule.HasStarted(now)
                && (rule.IdentityId is null || rule.IdentityId == identity)
                && lineage.Any(one => one.Id == rule.CollectionId)),
        ];
    }

    /// <summary>Refuses an operation on files that a rule stops.</summary>
    public RequestDelegate? Refuse(Collection collection, Guid identity, Func<PauseRule, bool> stops) =>
        Effective(collection, identity).FirstOrDefault(stops) is { } rule
            ? TransferAnswers.Failure(StatusCodes.Status409Conflict, "OperationPaused", $"The operation is paused: {rule.Message}")
            : null;

    /// <summary>The rules that keep a task from going on.</summary>
    public IReadOnlyList<PauseRule> Holding(TransferTask task)
    {
        var submission = task.Submission;
        var source = On(submission.SourceEndpoint, submission, rule => submission.IsTransfer ? rule.PauseTaskTransferRead : rule.PauseTaskDelete);
        var destination = On(submission.DestinationEndpoint, submission, rule =>
            rule.PauseTaskTransferWrite || rule.PauseTaskTransferDelete && submission.DeleteDestinationExtra);
        return [.. source.Concat(destination).Distinct()];
    }

    private IEnumerable<PauseRule> On(Guid? endpoint, TaskSubmission submission, Func<PauseRule, bool> stops) =>
        endpoint is { } id && collections.TryFind(id, out var collection) ? Effective(collection, submission.OwnerId).Where(stops) : [];
}
