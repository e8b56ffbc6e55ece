using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>Stands in for Globus Auth behind a map: knows numbered identities, remembers what it was asked, and answers when it is let.</summary>
internal sealed class ScriptedIdentities : IdentityOperations
{
    private readonly List<string[]> _requests = [];
    private readonly Func<string[], Exception?> _failure;
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource? _gate;

    public ScriptedIdentities(Func<string[], Exception?>? failure = null)
    {
        _failure = failure ?? (static _ => null);
        Client = new ScriptedClient(this);
    }

    public AuthClient Client { get; }

    /// <summary>The keys of each request, in the order of arrival.</summary>
    public IReadOnlyList<string[]> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>When the first request is there.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>When a request was cancelled.</summary>
    public Task Cancelled => _cancelled.Task;

    public static string Id(int number) => new Guid(number, 0, 0, new byte[8]).ToString();

    public static string Username(int number) => $"user{number}@example.org";

    /// <summary>Lets no request be answered before <see cref="Release"/>.</summary>
    public ScriptedIdentities Hold()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return this;
    }

    public void Release() => Interlocked.Exchange(ref _gate, null)!.SetResult();

    public override async Task<IReadOnlyList<Identity>> GetAsync(IdentityQuery query, CancellationToken cancellationToken = default)
    {
        string[] keys = [.. query.Ids?.Select(static id => id.Value) ?? query.Usernames!];
        lock (_requests)
        {
            _requests.Add(keys);
        }

        _arrived.TrySetResult();
        await using var registration = cancellationToken.Register(() => _cancelled.TrySetResult());
        await (_gate?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
        return _failure(keys) is { } failure ? throw failure : [.. keys.Select(Find).OfType<Identity>()];
    }

    private static Identity? Find(string key)
    {
        var number = Guid.TryParse(key, out var id)
            ? BitConverter.ToInt32(id.ToByteArray())
            : int.TryParse(key.Split('@')[0].Replace("user", "", StringComparison.OrdinalIgnoreCase), out var parsed) ? parsed : -1;
        return number < 0 ? null : new Identity { Id = new IdentityId(Id(number)), Username = Username(number) };
    }

    private sealed class ScriptedClient(ScriptedIdentities identities) : AuthClient
    {
        public override IdentityOperations Identities => identities;
    }
}
