using Globus.Extensions.Testing.Internal;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Testing;

/// <summary>What every token storage must do, as checks that any test framework can run.</summary>
/// <remarks>
/// <para>Derive from it, say how a storage is opened, and run the <see cref="Checks"/>, each as a test case of its own:</para>
/// <code>
/// public sealed class VaultTokenStorageTests : TokenStorageConformance
/// {
///     public static TheoryData&lt;string&gt; Names => [.. Checks];
///
///     [Theory, MemberData(nameof(Names))]
///     public async Task Is_a_token_storage(string check) => Assert.SkipUnless(await RunAsync(check), "Not for this storage.");
///
///     protected override ValueTask&lt;ITokenStorage&gt; OpenAsync(string place, string tokenNamespace, CancellationToken cancellationToken) =>
///         new(new VaultTokenStorage(place, tokenNamespace));
/// }
/// </code>
/// <para>Thread-safe as far as <see cref="OpenAsync"/> is: every check has a place of its own, so that they may run side by side.</para>
/// </remarks>
public abstract class TokenStorageConformance
{
    /// <summary>The names of all checks. They are sentences, such as <c>Removes one record and keeps the others</c>.</summary>
    public static IReadOnlyList<string> Checks { get; } = [.. ConformanceCatalogue.All.Select(static check => check.Name)];

    /// <summary>
    /// Whether storages that are opened at one place share what they keep, as those on a file or a database do; <see langword="true"/> by default.
    /// </summary>
    protected virtual bool IsShared => true;

    /// <summary>Whether storages that are opened at one place keep namespaces apart; <see langword="true"/> by default.</summary>
    protected virtual bool HasNamespaces => true;

    /// <summary>Runs one check.</summary>
    /// <param name="check">Its name, one of <see cref="Checks"/>.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns><see langword="false"/> if the check asks for what this storage is declared not to do, and was not run.</returns>
    /// <exception cref="TokenStorageConformanceException">The storage does not do what it must.</exception>
    /// <exception cref="ArgumentException">There is no check of that name.</exception>
    public async Task<bool> RunAsync(string check, CancellationToken cancellationToken = default)
    {
        var found = ConformanceCatalogue.Find(check);
        if ((found.NeedsSharing && !IsShared) || (found.NeedsNamespaces && !HasNamespaces))
        {
            return false;
        }

        try
        {
            var place = new ConformancePlace(OpenAsync, cancellationToken);
            await using (place.ConfigureAwait(false))
            {
                await found.Run(place).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TokenStorageConformanceException(
                check, error is CheckFailedException ? error.Message : $"the storage threw {error.GetType().Name}: {error.Message}", error);
        }

        return true;
    }

    /// <summary>Runs every check that applies to the storage, one after the other, also after one has failed.</summary>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>How many were run.</returns>
    /// <exception cref="AggregateException">
    /// Checks failed: it holds a <see cref="TokenStorageConformanceException"/> for each of them.
    /// </exception>
    public async Task<int> RunAllAsync(CancellationToken cancellationToken = default)
    {
        var count = 0;
        var failures = new List<TokenStorageConformanceException>();
        foreach (var check in Checks)
        {
            try
            {
                count += await RunAsync(check, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
            catch (TokenStorageConformanceException failure)
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? count : throw new AggregateException(failures);
    }

    /// <summary>Opens a storage. Nothing is kept yet at a place that no storage was opened at before.</summary>
    /// <remarks>A storage that is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/> is disposed when its check ends.</remarks>
    /// <param name="place">
    /// Which place, as 32 lower-case letters and digits that may stand in the name of a file or a table. It is another one for every check.
    /// </param>
    /// <param name="tokenNamespace">The namespace within the place; without a meaning where <see cref="HasNamespaces"/> is not set.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The storage.</returns>
    protected abstract ValueTask<ITokenStorage> OpenAsync(string place, string tokenNamespace, CancellationToken cancellationToken);
}
