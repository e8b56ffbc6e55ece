using System.Runtime.CompilerServices;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>Validates the ID tokens of one client, with keys that are fetched once and kept as long as the client.</summary>
internal sealed class IdTokenDecoder
{
    private readonly string? _clientId;
    private readonly TimeProvider _timeProvider;
    private readonly Func<Uri, CancellationToken, Task<IReadOnlyList<GlobusJsonWebKey>>>? _fetchKeys;
    private readonly IdTokenKeySource? _discovered;

    // The keys of a document that callers bring along live as long as it does.
    private readonly ConditionalWeakTable<OpenIdConfiguration, IdTokenKeySource> _given = new();

    /// <summary>A decoder that fetches what it needs.</summary>
    public IdTokenDecoder(
        string clientId,
        Func<CancellationToken, Task<OpenIdConfiguration>> fetchConfiguration,
        Func<Uri, CancellationToken, Task<IReadOnlyList<GlobusJsonWebKey>>> fetchKeys,
        TimeProvider timeProvider)
    {
        _clientId = clientId;
        _timeProvider = timeProvider;
        _fetchKeys = fetchKeys;
        _discovered = new IdTokenKeySource(
            async token => await FetchAsync(await fetchConfiguration(token).ConfigureAwait(false), token).ConfigureAwait(false), timeProvider);
    }

    private IdTokenDecoder() => _timeProvider = TimeProvider.System;

    /// <summary>For responses that came from no client: everything has to be brought along.</summary>
    public static IdTokenDecoder Detached { get; } = new();

    /// <summary>Validates a token.</summary>
    /// <param name="idToken">The token.</param>
    /// <param name="accessToken">The access token that came with it.</param>
    /// <param name="nonce">The nonce that the login sent, if it sent one.</param>
    /// <param name="options">How to validate it.</param>
    /// <param name="configuration">The discovery document to use in place of one that is fetched.</param>
    /// <param name="key">The key to use in place of those that are fetched.</param>
    /// <param name="cancellationToken">Stops waiting for the keys.</param>
    public async Task<IdTokenClaims> DecodeAsync(
        string idToken,
        string? accessToken,
        string? nonce,
        IdTokenValidationOptions? options,
        OpenIdConfiguration? configuration,
        GlobusJsonWebKey? key,
        CancellationToken cancellationToken)
    {
        if (key is not null && configuration is null)
        {
            throw new ArgumentException("A key comes with the discovery document that it belongs to: give both, or the document alone, or neither.", nameof(key));
        }

        options ??= new IdTokenValidationOptions();
        var expected = new IdTokenExpectations
        {
            Options = options,
            Audience = options.ValidAudience ?? _clientId ?? throw new InvalidOperationException(
                $"This token response came from no login client, so it is not known whom the ID token must be for. Set {nameof(IdTokenValidationOptions.ValidAudience)}."),
            Nonce = nonce,
            AccessToken = accessToken,
            TimeProvider = _timeProvider,
        };
        var token = ParsedIdToken.Read(idToken);
        if (key is not null)
        {
            return new IdTokenKeySet(configuration!, [key]).Validate(token, expected) is { } failure ? throw failure : token.Claims;
        }

        var source = SourceFor(configuration);
        var keys = await source.GetAsync(cancellationToken).ConfigureAwait(false);
        if (keys.Validate(token, expected) is { } problem)
        {
            // Keys are replaced now and then, and a token may be the first to tell.
            var newer = await source.GetNewerAsync(keys, cancellationToken).ConfigureAwait(false);
            if ((ReferenceEquals(newer, keys) ? problem : newer.Validate(token, expected)) is { } final)
            {
                throw final;
            }
        }

        return token.Claims;
    }

    private IdTokenKeySource SourceFor(OpenIdConfiguration? configuration)
    {
        if (_discovered is null)
        {
            throw new InvalidOperationException("This token response came from no login client that could fetch keys: give the discovery document and the key.");
        }

        return configuration is null
            ? _discovered
            : _given.GetValue(configuration, document => new IdTokenKeySource(token => FetchAsync(document, token), _timeProvider));
    }

    private async Task<IdTokenKeySet> FetchAsync(OpenIdConfiguration configuration, CancellationToken cancellationToken) =>
        new(configuration, await _fetchKeys!(SigningKeys.AddressIn(configuration), cancellationToken).ConfigureAwait(false));
}
