using Globus.Extensions.LoginFlows.Internal;

namespace Globus.Extensions.Tests.LoginFlows;

/// <summary>A person who goes on to the next login flow when the test says so.</summary>
internal sealed class StubSkip : ILoginSkip
{
    private readonly TaskCompletionSource<string> _offered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _pressed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The flow that the person was told of.</summary>
    public Task<string> Offered => _offered.Task;

    public void Press() => _pressed.SetResult();

    public Task WaitAsync(string nextLoginFlow, bool isKeyboardFree, CancellationToken cancellationToken)
    {
        _offered.SetResult(nextLoginFlow);
        return _pressed.Task.WaitAsync(cancellationToken);
    }
}
