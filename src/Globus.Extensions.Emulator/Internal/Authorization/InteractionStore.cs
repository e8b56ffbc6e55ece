using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Tokens;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>
/// The open interactions. Each page has an id of its own that works once, and only together with the cookie of the browser that
/// got the page: a form posted from elsewhere has neither. Thread-safe.
/// </summary>
internal sealed class InteractionStore(GlobusEmulatorOptions options)
{
    private const int MaxOpen = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Interaction> _open = new(StringComparer.Ordinal);

    /// <summary>Begins an interaction and gives the id for its first page.</summary>
    public string Begin(AuthorizeRequest request, string browser) =>
        Continue(new Interaction(request, TokenText.Hash(browser), options.TimeProvider.GetUtcNow() + options.AuthorizationCodeLifetime));

    /// <summary>Keeps an interaction open under a new id.</summary>
    public string Continue(Interaction interaction)
    {
        var id = TokenText.Create();
        lock (_gate)
        {
            ForgetExpired();
            _open.Add(TokenText.Hash(id), interaction);
        }

        return id;
    }

    /// <summary>Takes the interaction, so that the same form cannot be posted again.</summary>
    public bool TryTake(string? id, string? browser, [NotNullWhen(true)] out Interaction? interaction)
    {
        interaction = null;
        if (id is null || browser is null)
        {
            return false;
        }

        lock (_gate)
        {
            var key = TokenText.Hash(id);
            if (!_open.TryGetValue(key, out var found)
                || found.BrowserHash != TokenText.Hash(browser)
                || options.TimeProvider.GetUtcNow() >= found.ExpiresAt)
            {
                return false;
            }

            _open.Remove(key);
            interaction = found;
            return true;
        }
    }

    /// <summary>Whether the cookie is one of ours: a browser with two tabs keeps it, a value from elsewhere is replaced.</summary>
    public bool IsKnownBrowser(string browser)
    {
        var hash = TokenText.Hash(browser);
        lock (_gate)
        {
            return _open.Values.Any(interaction => interaction.BrowserHash == hash);
        }
    }

    private void ForgetExpired()
    {
        if (_open.Count >= MaxOpen)
        {
            _open.Clear();
        }

        var now = options.TimeProvider.GetUtcNow();
        foreach (var (key, interaction) in _open)
        {
            if (now >= interaction.ExpiresAt)
            {
                _open.Remove(key);
            }
        }
    }
}
