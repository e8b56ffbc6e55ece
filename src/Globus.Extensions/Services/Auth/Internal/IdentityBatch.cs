namespace Globus.Extensions.Services.Auth.Internal;

/// <summary>The keys of one request, with all who wait for its answer. What can be set is set within the lock of its owner.</summary>
internal sealed class IdentityBatch(CancellationTokenSource cancellation)
{
    private readonly TaskCompletionSource<IReadOnlyDictionary<IdentityKey, Identity>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CancellationTokenSource Cancellation { get; } = cancellation;

    /// <summary>What to ask for; complete once the batch is closed.</summary>
    public List<IdentityKey> Keys { get; } = [];

    /// <summary>Those of them that were taken off the pending ones, to which a failure returns them.</summary>
    public List<IdentityKey> Borrowed { get; } = [];

    public int Waiters { get; set; }

    /// <summary>Whether its answer has come, or nobody wants it any more.</summary>
    public bool IsOver { get; set; }

    public Task<IReadOnlyDictionary<IdentityKey, Identity>> Answer => _answer.Task;

    public void Complete(IReadOnlyDictionary<IdentityKey, Identity> found) => _answer.SetResult(found);

    public void Fail(Exception exception)
    {
        _answer.SetException(exception);
        _ = _answer.Task.Exception; // Nobody may be waiting any more.
    }
}
