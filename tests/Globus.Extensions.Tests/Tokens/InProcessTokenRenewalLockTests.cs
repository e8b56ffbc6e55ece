using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Internal;

namespace Globus.Extensions.Tests.Tokens;

public sealed class InProcessTokenRenewalLockTests
{
    private static readonly TokenRenewalKey Key = new("app", "identity", "a.example");

    private readonly InProcessTokenRenewalLock _lock = new();

    [Fact]
    public async Task One_at_a_time_holds_a_key()
    {
        var (inside, most, entered) = (0, 0, 0);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken },
            async (_, cancellationToken) =>
            {
                await using var hold = await _lock.AcquireAsync(Key, cancellationToken);
                most = Math.Max(most, Interlocked.Increment(ref inside));
                entered++;
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            });

        (most, entered).ShouldBe((1, 200));
        _lock.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Different_keys_do_not_wait_for_each_other()
    {
        await using var one = await _lock.AcquireAsync(Key, TestContext.Current.CancellationToken);
        var other = _lock.AcquireAsync(Key with { IdentityId = null }, TestContext.Current.CancellationToken).AsTask();

        other.IsCompletedSuccessfully.ShouldBeTrue();
        _lock.Count.ShouldBe(2);
        await (await other).DisposeAsync();
        _lock.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_waiter_leaves_and_the_next_one_gets_in()
    {
        using var cancellation = new CancellationTokenSource();
        var hold = await _lock.AcquireAsync(Key, TestContext.Current.CancellationToken);
        var cancelled = AcquireAsync(cancellation.Token);
        var next = AcquireAsync(TestContext.Current.CancellationToken);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(cancelled);
        next.IsCompleted.ShouldBeFalse();
        await hold.DisposeAsync();
        await (await next).DisposeAsync();
        _lock.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_beforehand_leaves_nothing_behind()
    {
        await Should.ThrowAsync<OperationCanceledException>(
            async () => await _lock.AcquireAsync(Key, new CancellationToken(canceled: true)));

        _lock.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Releasing_twice_lets_only_one_in()
    {
        var first = await _lock.AcquireAsync(Key, TestContext.Current.CancellationToken);
        var second = AcquireAsync(TestContext.Current.CancellationToken);
        var third = AcquireAsync(TestContext.Current.CancellationToken);

        await first.DisposeAsync();
        await first.DisposeAsync();

        var hold = await second;
        third.IsCompleted.ShouldBeFalse();
        await hold.DisposeAsync();
        await (await third).DisposeAsync();
    }

    private async Task<IAsyncDisposable> AcquireAsync(CancellationToken cancellationToken) =>
        await _lock.AcquireAsync(Key, cancellationToken);
}
