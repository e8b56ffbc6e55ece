using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>
/// The events of a task as they come. The service lists them newest first and gives them no ids, so they are told apart by their number: of a list that
/// has grown from 5 to 8, the first three are new.
/// </summary>
internal sealed class TaskEvents(ServiceConnection connection, string taskPath)
{
    private const int LargestPage = 1000;
    private const int UsualNews = 20;

    private long _told;

    /// <summary>The events that came since the last time, the oldest first.</summary>
    public async Task<IReadOnlyList<TaskEvent>> GetNewAsync(CancellationToken cancellationToken)
    {
        var first = await GetAsync(0, _told == 0 ? LargestPage : UsualNews, cancellationToken).ConfigureAwait(false);
        var total = first.Total ?? first.Items!.Count;
        var wanted = total - _told;
        var found = new List<TaskEvent>();
        for (var page = first; ;)
        {
            // What came since the first page moved all others back by as many places.
            var moved = (int)Math.Clamp((page.Total ?? total) - total, 0, page.Items!.Count);
            found.AddRange(page.Items.Skip(found.Count == 0 ? 0 : moved).Take((int)Math.Max(0, wanted - found.Count)));
            if (found.Count >= wanted || page.Items.Count <= moved)
            {
                break;
            }

            page = await GetAsync(found.Count, LargestPage, cancellationToken).ConfigureAwait(false);
        }

        _told = total;
        found.Reverse();
        return found;
    }

    private Task<TransferList<TaskEvent>> GetAsync(int offset, int limit, CancellationToken cancellationToken) => connection.GetAsync(
        taskPath + "/event_list" + new TransferQuery().Add("limit", limit).Add("offset", offset == 0 ? null : (long?)offset),
        TransferAnswers.TaskEventList,
        static list => list.Items is null ? null : list,
        cancellationToken);
}
