using System.Runtime.CompilerServices;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>
/// The ids of requests whose submission failed, so that the same object, submitted again, is the same submission. What was accepted is
/// forgotten: submitting it once more is meant to make another task.
/// </summary>
internal static class PendingSubmissions
{
    private static readonly ConditionalWeakTable<object, string> Ids = [];

    public static SubmissionId? Find(object request) => Ids.TryGetValue(request, out var id) ? new SubmissionId(id) : null;

    public static void Keep(object request, SubmissionId id) => Ids.AddOrUpdate(request, id.Value);

    public static void Forget(object request) => Ids.Remove(request);
}
