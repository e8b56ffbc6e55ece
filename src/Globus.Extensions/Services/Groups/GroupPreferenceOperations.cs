using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>What the caller's identities prefer in all groups. Thread-safe, and as long-lived as its client.</summary>
public class GroupPreferenceOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GroupPreferenceOperations()
    {
    }

    internal GroupPreferenceOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets the preferences of all identities of the caller: <c>GET /v2/preferences</c>. Needs the scope <c>all</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The preferences of each identity.</returns>
    /// <exception cref="GroupsApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyDictionary<IdentityId, GroupPreferences>> GetAsync(CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/preferences", GroupsAnswers.Preferences, cancellationToken);

    /// <summary>Sets the preferences of some identities of the caller: <c>PUT /v2/preferences</c>. Needs the scope <c>all</c>.</summary>
    /// <param name="preferences">The preferences of each identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The preferences as they are now.</returns>
    /// <exception cref="ArgumentException">Nobody is named, or an id is empty.</exception>
    /// <exception cref="GroupsApiException">An identity is not the caller's (403), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyDictionary<IdentityId, GroupPreferences>> SetAsync(
        IReadOnlyDictionary<IdentityId, GroupPreferences> preferences, CancellationToken cancellationToken = default)
    {
        GroupsArguments.CheckIdentities(preferences, nameof(preferences));
        return Connection.SendAsync(
            HttpMethod.Put,
            "v2/preferences",
            JsonBody.Of(preferences, GroupsJsonContext.Default.IReadOnlyDictionaryIdentityIdGroupPreferences),
            GroupsAnswers.Preferences,
            static answer => answer,
            cancellationToken);
    }

    /// <summary>Sets the preferences of one identity of the caller: <c>PUT /v2/preferences</c>. Needs the scope <c>all</c>.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="preferences">Its preferences.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The preferences as they are now, of all identities that the service shows.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="GroupsApiException">The identity is not the caller's (403), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyDictionary<IdentityId, GroupPreferences>> SetAsync(
        IdentityId identityId, GroupPreferences preferences, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(preferences);
        return SetAsync(new Dictionary<IdentityId, GroupPreferences> { [identityId] = preferences }, cancellationToken);
    }
}
