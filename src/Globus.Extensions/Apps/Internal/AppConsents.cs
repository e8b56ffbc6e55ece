using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Internal;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Apps.Internal;

/// <summary>
/// Whether a person has consented to what scopes depend on: a token names only the scopes at the top. What was found is kept until it
/// does not suffice or somebody logs in. Where it cannot be found out, nothing is held against a token.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no handle to free.")]
internal sealed class AppConsents(GlobusApp app, IConsentLookup lookup, bool isPersonal, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>How long a request waits for what it could do without.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer counts that did not help, so that a service which is in trouble, or a program that is, does not ask at every request.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly QuietAuthorization _authorization = new(app);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _findingGate = new();
    private Finding? _last;
    private int _epoch;

    /// <summary>Whether it is known, without asking, that a token lacks nothing of this kind.</summary>
    public bool AreKnown(TokenData token, IReadOnlyList<Scope> scopes) =>
        !isPersonal || scopes.Count == 0 || token.IdentityId is not { Length: > 0 } identityId || Last(identityId)?.Forest?.Contains(scopes) == true;

    /// <summary>Checks that the person has consented to what the required scopes of a resource server depend on.</summary>
    /// <exception cref="UnmetScopeRequirementsException">The person has not.</exception>
    public ValueTask EnsureAsync(string resourceServer, CancellationToken cancellationToken)
    {
        var requirements = app.Requirements;
        return requirements.NeedingConsents(resourceServer) is { Count: > 0 } scopes && isPersonal
            ? EnsureAsync(resourceServer, requirements, scopes, cancellationToken)
            : default;
    }

    /// <summary>The scopes whose dependencies the person of a token has not consented to; asks if that is not known.</summary>
    public async ValueTask<IReadOnlyList<Scope>> FindMissingAsync(TokenData token, IReadOnlyList<Scope> scopes, CancellationToken cancellationToken)
    {
        if (AreKnown(token, scopes))
        {
            return [];
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (AreKnown(token, scopes))
            {
                return []; // Somebody else has asked meanwhile.
            }

            var identityId = token.IdentityId!;
            var finding = Last(identityId) is { } last && timeProvider.GetElapsedTime(last.At) < Pause ? last : await FindAsync(identityId, cancellationToken).ConfigureAwait(false);
            return finding.Forest is { } forest ? [.. scopes.Where(scope => !forest.Contains(scope))] : [];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Somebody has logged in, and consented to something perhaps.</summary>
    public void Forget()
    {
        lock (_findingGate)
        {
            _last = null;
            _epoch++;
        }
    }

    private async ValueTask EnsureAsync(string resourceServer, ScopeRequirements requirements, IReadOnlyList<Scope> scopes, CancellationToken cancellationToken)
    {
        // What is wrong with the token itself is for others to say, without a request.
        if ((await app.Storage.GetAsync(resourceServer, cancellationToken).ConfigureAwait(false) ?? app.InHand(resourceServer)) is { } token
            && requirements.AreMetBy(token)
            && await FindMissingAsync(token, scopes, cancellationToken).ConfigureAwait(false) is { Count: > 0 } missing)
        {
            throw new UnmetScopeRequirementsException(
                resourceServer, requirements.ByResourceServer[resourceServer], [.. missing.Select(static scope => scope.ToString())]);
        }
    }

    private Finding? Last(string identityId) =>
        Volatile.Read(ref _last) is { } last && string.Equals(last.IdentityId, identityId, StringComparison.OrdinalIgnoreCase) ? last : null;

    private async Task<Finding> FindAsync(string identityId, CancellationToken cancellationToken)
    {
        var epoch = Volatile.Read(ref _epoch);
        var forest = await AskAsync(identityId, cancellationToken).ConfigureAwait(false);
        var finding = new Finding(identityId, forest, timeProvider.GetTimestamp());
        lock (_findingGate)
        {
            if (epoch == _epoch)
            {
                _last = finding;
            }
        }

        return finding;
    }

    private async Task<ConsentForest?> AskAsync(string identityId, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, timeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await lookup.GetForestAsync(identityId, _authorization, ending.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it was, the token that is being judged may be fine; if not, the service that it is for says so.
            AppLog.ConsentsUnknown(logger, exception);
            return null;
        }
    }

    /// <summary>What was found out about an identity; without a forest, that it could not be found out.</summary>
    private sealed record Finding(string IdentityId, ConsentForest? Forest, long At);
}
