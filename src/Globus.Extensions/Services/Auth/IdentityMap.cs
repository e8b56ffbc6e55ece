using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>
/// Finds the identities behind many ids and user names with few requests. A lookup takes along the keys added before and those that others
/// look up at the same time, up to a hundred a request, and what was found is remembered under its id and its user name. Thread-safe; made to be kept.
/// </summary>
/// <remarks>
/// A key is an id if it is a UUID in any notation, else a user name, compared without regard to case. That Globus knows no such identity is an answer and not
/// an error; it is not remembered, so the next lookup asks again.
/// </remarks>
/// <example>
/// <code>
/// var identities = new IdentityMap(auth, ["ada@example.org", "46bd0f56-e24f-11e5-a510-131bef46955c"]);
/// var ada = await identities.GetAsync("ada@example.org");
/// </code>
/// </example>
public sealed class IdentityMap
{
    private readonly IdentityCache _cache;
    private readonly IdentityLookups _ids;
    private readonly IdentityLookups _usernames;

    /// <summary>Creates a map. No request is made before the first lookup.</summary>
    /// <param name="client">The client that asks Globus Auth.</param>
    /// <param name="idsAndUsernames">Keys that will be looked up, ids and user names mixed, as by <see cref="Add(string)"/>. Default: none.</param>
    /// <param name="options">How to ask and remember. Default: <see cref="IdentityMapOptions"/> as it is.</param>
    /// <exception cref="ArgumentException">A key is blank or has a comma.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not between 1 and 100.</exception>
    public IdentityMap(AuthClient client, IEnumerable<string>? idsAndUsernames = null, IdentityMapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        BatchSize = options?.BatchSize ?? IdentityQueryText.MaxCount;
        if (BatchSize is < 1 or > IdentityQueryText.MaxCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), BatchSize, $"{nameof(IdentityMapOptions)}.{nameof(BatchSize)} is between 1 and {IdentityQueryText.MaxCount}.");
        }

        _cache = options?.Cache ?? new IdentityCache();
        _ids = new IdentityLookups(
            (keys, cancellationToken) => client.Identities.GetAsync(
                new IdentityQuery { Ids = [.. keys.Select(static key => new IdentityId(key.Text))] }, cancellationToken),
            _cache,
            BatchSize);
        _usernames = new IdentityLookups(
            (keys, cancellationToken) => client.Identities.GetAsync(
                new IdentityQuery { Usernames = [.. keys.Select(static key => key.Text)] }, cancellationToken),
            _cache,
            BatchSize);
        foreach (var key in idsAndUsernames ?? [])
        {
            Add(IdentityKey.Of(key, nameof(idsAndUsernames)));
        }
    }

    /// <summary>How many identities one request asks for at most.</summary>
    public int BatchSize { get; }

    /// <summary>Adds a key that will be looked up. It goes along with the next lookup of its kind; no request is made here.</summary>
    /// <param name="idOrUsername">An id or a user name.</param>
    /// <returns><see langword="true"/> if it is new; <see langword="false"/> if it was added before, is being looked up, or was found already.</returns>
    /// <exception cref="ArgumentException">The key is blank or has a comma.</exception>
    public bool Add(string idOrUsername) => Add(IdentityKey.Of(idOrUsername, nameof(idOrUsername)));

    /// <summary>Gets an identity, from memory or by <c>GET /v2/api/identities</c>.</summary>
    /// <remarks>
    /// A request that fails fails for all who wait for it, and the keys added before are asked for again with the next lookup. It is cancelled when nobody
    /// waits for it any more.
    /// </remarks>
    /// <param name="idOrUsername">An id or a user name. It need not have been added.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The identity, or <see langword="null"/> if Globus knows none. At once if it is remembered.</returns>
    /// <exception cref="ArgumentException">The key is blank or has a comma.</exception>
    /// <exception cref="Http.AuthApiException">The service answered with an error.</exception>
    public ValueTask<Identity?> GetAsync(string idOrUsername, CancellationToken cancellationToken = default)
    {
        var key = IdentityKey.Of(idOrUsername, nameof(idOrUsername));
        return _cache.TryGet(key, out var identity) ? new(identity) : new(LookupsOf(key).GetAsync(key, cancellationToken));
    }

    /// <summary>Gets an identity as <see cref="GetAsync"/> does, or something in its place.</summary>
    /// <param name="idOrUsername">An id or a user name.</param>
    /// <param name="defaultValue">What to return if Globus knows no such identity.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The identity, or the default value.</returns>
    /// <exception cref="ArgumentException">The key is blank or has a comma.</exception>
    /// <exception cref="Http.AuthApiException">The service answered with an error.</exception>
    public async ValueTask<Identity> GetOrDefaultAsync(string idOrUsername, Identity defaultValue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(defaultValue);
        return await GetAsync(idOrUsername, cancellationToken).ConfigureAwait(false) ?? defaultValue;
    }

    /// <summary>Gets an identity as <see cref="GetAsync"/> does, where it is an error that there is none.</summary>
    /// <param name="idOrUsername">An id or a user name.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The identity.</returns>
    /// <exception cref="KeyNotFoundException">Globus knows no such identity.</exception>
    /// <exception cref="ArgumentException">The key is blank or has a comma.</exception>
    /// <exception cref="Http.AuthApiException">The service answered with an error.</exception>
    public async ValueTask<Identity> GetRequiredAsync(string idOrUsername, CancellationToken cancellationToken = default) =>
        await GetAsync(idOrUsername, cancellationToken).ConfigureAwait(false)
            ?? throw new KeyNotFoundException($"Globus knows no identity '{idOrUsername}'.");

    /// <summary>Gets many identities: what is not remembered by <c>GET /v2/api/identities</c>, up to four requests for each kind of key at a time.</summary>
    /// <param name="idsAndUsernames">Ids and user names, mixed.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>For each key as it was given the identity, or <see langword="null"/> if Globus knows none.</returns>
    /// <exception cref="ArgumentException">A key is blank or has a comma.</exception>
    /// <exception cref="Http.AuthApiException">The service answered with an error.</exception>
    public Task<IReadOnlyDictionary<string, Identity?>> GetAllAsync(IEnumerable<string> idsAndUsernames, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(idsAndUsernames);
        var keys = new Dictionary<string, IdentityKey>(StringComparer.Ordinal);
        foreach (var key in idsAndUsernames)
        {
            keys[key] = IdentityKey.Of(key, nameof(idsAndUsernames));
        }

        return GetAllAsync(keys, cancellationToken);
    }

    /// <summary>Forgets what was found under one key; the identity stays known under its other one. Keys that were added only are not affected.</summary>
    /// <param name="idOrUsername">An id or a user name.</param>
    /// <returns>Whether something was remembered under it.</returns>
    /// <exception cref="ArgumentException">The key is blank or has a comma.</exception>
    public bool Remove(string idOrUsername) => _cache.Remove(IdentityKey.Of(idOrUsername, nameof(idOrUsername)));

    private bool Add(IdentityKey key) => LookupsOf(key).Add(key);

    private async Task<IReadOnlyDictionary<string, Identity?>> GetAllAsync(Dictionary<string, IdentityKey> keys, CancellationToken cancellationToken)
    {
        var kinds = keys.Values.Distinct().ToLookup(static key => key.IsId);
        var found = await Task.WhenAll(
            _ids.GetAllAsync([.. kinds[true]], cancellationToken), _usernames.GetAllAsync([.. kinds[false]], cancellationToken)).ConfigureAwait(false);
        return keys.ToDictionary(
            static pair => pair.Key, pair => found[pair.Value.IsId ? 0 : 1].GetValueOrDefault(pair.Value), StringComparer.Ordinal);
    }

    private IdentityLookups LookupsOf(IdentityKey key) => key.IsId ? _ids : _usernames;
}
