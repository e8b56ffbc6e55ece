using Globus.Extensions.Apps.Internal;

namespace Globus.Extensions.Tests.Apps;

public sealed class SharedOperationTests
{
    private readonly TaskCompletionSource _barrier = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _runs;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_who_wait_share_one_run_and_its_failure()
    {
        var shared = new SharedOperation(CancellationToken.None);
        var waiting = Enumerable.Range(0, 8).Select(_ => shared.JoinAsync(RunAsync, Cancellation)).ToArray();

        _barrier.SetException(new InvalidOperationException("denied"));

        foreach (var task in waiting)
        {
            (await Should.ThrowAsync<InvalidOperationException>(() => task)).Message.ShouldBe("denied");
        }

        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task The_run_goes_on_while_somebody_waits()
    {
        var shared = new SharedOperation(CancellationToken.None);
        using var first = new CancellationTokenSource();
        var gaveUp = shared.JoinAsync(RunAsync, first.Token);
        var stays = shared.JoinAsync(RunAsync, Cancellation);

        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gaveUp);
        _barrier.SetResult();

        await stays;
        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task The_run_is_cancelled_when_the_last_one_gives_up_and_the_next_starts_anew()
    {
        var shared = new SharedOperation(CancellationToken.None);
        using var only = new CancellationTokenSource();
        var gaveUp = shared.JoinAsync(RunAsync, only.Token);
        await only.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gaveUp);

        var next = shared.JoinAsync(RunAsync, Cancellation);
        _barrier.SetResult();

        await next;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        await _barrier.Task.WaitAsync(cancellationToken);
    }
}
