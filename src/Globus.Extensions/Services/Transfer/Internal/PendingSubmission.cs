using System.Runtime.CompilerServices;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>
/// A request that is being submitted, or whose submission failed, and its id: the same object, submitted again or twice at once, is the same
/// submission. What was accepted is forgotten: submitting it once more is meant to make another task.
/// </summary>
internal sealed class PendingSubmission
{
    private static readonly ConditionalWeakTable<object, PendingSubmission> Known = [];
    private static readonly Lock Gate = new();

    private string? _id;

    /// <summary>The id, once there is one.</summary>
    public SubmissionId? Id => Volatile.Read(ref _id) is { } id ? new SubmissionId(id) : null;

    /// <summary>The id under which a request is pending, if it is.</summary>
    public static SubmissionId? FindId(object request) => Known.TryGetValue(request, out var pending) ? pending.Id : null;

    /// <summary>Begins a submission, or joins the one that is pending.</summary>
    public static PendingSubmission Of(object request)
    {
        lock (Gate)
        {
            return Known.GetValue(request, static _ => new PendingSubmission());
        }
    }

    /// <summary>Takes an id, unless another came first.</summary>
    /// <returns>The id that it has now.</returns>
    public SubmissionId Take(SubmissionId id) => Interlocked.CompareExchange(ref _id, id.Value, null) is { } first ? new SubmissionId(first) : id;

    /// <summary>It is over. One that began after it was accepted goes on.</summary>
    public void Accept(object request)
    {
        lock (Gate)
        {
            if (Known.TryGetValue(request, out var current) && current == this)
            {
                Known.Remove(request);
            }
        }
    }

    /// <summary>It goes on, even if the same submission was accepted elsewhere meanwhile: who submits again wants the answer that failed to come.</summary>
    public void Keep(object request)
    {
        lock (Gate)
        {
            Known.TryAdd(request, this);
        }
    }
}
