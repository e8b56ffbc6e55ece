using Globus.Extensions.Emulator.Internal.State;

namespace Globus.Extensions.Emulator.Tests.State;

public sealed class StateChangesTests
{
    [Fact]
    public async Task Whoever_looks_sees_a_change_of_several_stores_whole_or_not_at_all()
    {
        using var changes = new StateChanges();
        using var done = new CancellationTokenSource();
        var (first, second) = (new int[Environment.ProcessorCount], new int[Environment.ProcessorCount]);
        var makers = Enumerable.Range(0, first.Length).Select(maker => Task.Run(
            () =>
            {
                while (!done.IsCancellationRequested)
                {
                    changes.Make(() => (first[maker]++, second[maker]++));
                }
            },
            TestContext.Current.CancellationToken)).ToArray();

        var torn = Enumerable.Range(0, Soak.Count(100_000)).Count(_ => changes.Look(() => !first.SequenceEqual(second)));
        await done.CancelAsync();
        await Task.WhenAll(makers);

        torn.ShouldBe(0);
    }

    [Fact]
    public void A_change_that_fails_keeps_nobody_from_looking()
    {
        using var changes = new StateChanges();

        Should.Throw<FormatException>(() => changes.Make<int>(static () => throw new FormatException()));

        changes.Look(static () => 1).ShouldBe(1);
    }
}
