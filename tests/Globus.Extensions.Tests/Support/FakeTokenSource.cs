using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Tests.Support;

/// <summary>A storage and a token endpoint in one: each request gives the next token, when the test lets it.</summary>
internal sealed class FakeTokenSource(TimeProvider timeProvider) : TokenSource
{
    private int _requests;
    private int _issued;

    public override string ResourceServer => "groups.api.globus.org";

    public TokenData? Stored { get; set; }

    public int Requests => _requests;

    /// <summary>Completed by a test that wants a request to wait.</summary>
    public TaskCompletionSource? Barrier { get; set; }

    public TaskCompletionSource Requested { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Exception? RequestFailure { get; set; }

    public Action? OnRequest { get; set; }

    public Exception? StoreFailure { get; set; }

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(48);

    public TokenData Issue() => new()
    {
        ResourceServer = ResourceServer,
        Scope = "scope",
        AccessToken = $"token-{Interlocked.Increment(ref _issued)}",
        ExpiresAt = timeProvider.GetUtcNow() + Lifetime,
    };

    public override ValueTask<TokenData?> LoadAsync(CancellationToken cancellationToken) => new(Stored);

    public override async Task<TokenData> RequestAsync(TokenData? current, bool wasRejected, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        Requested.TrySetResult();
        if (Barrier is { } barrier)
        {
            await barrier.Task.WaitAsync(cancellationToken);
        }

        OnRequest?.Invoke();
        return RequestFailure is null ? Issue() : throw RequestFailure;
    }

    public override ValueTask StoreAsync(TokenData token, CancellationToken cancellationToken)
    {
        if (StoreFailure is not null)
        {
            throw StoreFailure;
        }

        Stored = token;
        return default;
    }
}
