using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.Support;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>The documents of a task that is waited for, and a clock that moves as soon as somebody waits for it.</summary>
internal static class WatchedTask
{
    public static readonly TransferTaskId Id = new("t");

    public static bool IsAboutEvents(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith("event_list", StringComparison.Ordinal);

    public static string Document(string status, string rest = "\"x\":1") => $$"""{"DATA_TYPE":"task","task_id":"t","status":"{{status}}",{{rest}}}""";

    // Newest first, as the service has it: of ten events the first is number 9.
    public static string Events(int total, Uri uri)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(uri.Query);
        var offset = query.TryGetValue("offset", out var text) ? int.Parse(text.ToString(), null) : 0;
        var limit = int.Parse(query["limit"].ToString(), null);
        var page = Enumerable.Range(0, total).Reverse().Skip(offset).Take(limit).Select(static number => $$"""{"DATA_TYPE":"event","code":"PROGRESS","description":"{{number}}"}""");
        return $$"""{"DATA_TYPE":"event_list","DATA":[{{string.Join(',', page)}}],"offset":{{offset}},"limit":{{limit}},"total":{{total}}}""";
    }

    /// <summary>Lets a wait go on to its end.</summary>
    /// <param name="wait">The wait.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="longestPause">How long it may pause. Default: 30 seconds.</param>
    public static async Task<T> RunAsync<T>(Task<T> wait, ManualTimeProvider clock, TimeSpan? longestPause = null)
    {
        while (!wait.IsCompleted)
        {
            await Task.WhenAny(wait, clock.AdvanceToNextTimerAsync(longestPause ?? TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }

        return await wait;
    }

    public sealed class Reports : List<TaskProgress>, IProgress<TaskProgress>
    {
        public void Report(TaskProgress value) => Add(value);
    }
}
