using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Testing.Internal;

namespace Globus.Extensions.Testing;

/// <summary>What every login flow manager must do, as checks that any test framework can run.</summary>
/// <remarks>
/// <para>
/// Derive from it, say how a manager is made and how the person of the check reaches it, and run the <see cref="Checks"/>, each as a test case of its own. A Globus of
/// the suite's own answers; nothing goes over a network.
/// </para>
/// <code>
/// public sealed class TrayIconLoginTests : LoginFlowConformance
/// {
///     public static TheoryData&lt;string&gt; Names => [.. Checks];
///
///     [Theory, MemberData(nameof(Names))]
///     public async Task Is_a_login_flow(string check) => Assert.SkipUnless(await RunAsync(check), "Not for this login flow.");
///
///     protected override ILoginFlowManager Create(GlobusLoginClient loginClient, LoginFlowSettings settings, LoginPerson person) =>
///         new TrayIconLoginFlowManager(loginClient, settings, async url => (await person.VisitAsync(url)).Last());
/// }
/// </code>
/// <para>Thread-safe as far as <see cref="Create"/> is: every check has managers and persons of its own.</para>
/// </remarks>
public abstract class LoginFlowConformance
{
    /// <summary>The names of all checks. They are sentences, such as <c>Gives the tokens of a login that the person finishes</c>.</summary>
    public static IReadOnlyList<string> Checks { get; } = [.. LoginFlowCatalogue.All.Select(static check => check.Name)];

    /// <summary>Whether a person takes part, who may say no or nothing; <see langword="true"/> by default.</summary>
    protected virtual bool AsksPerson => true;

    /// <summary>
    /// The native login client to log in with, for a flow that works with one Globus only; <see langword="null"/>, the default, for one of the suite's own.
    /// </summary>
    protected virtual GlobusLoginClient? LoginClient => null;

    /// <summary>Runs one check.</summary>
    /// <param name="check">Its name, one of <see cref="Checks"/>.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns><see langword="false"/> if the check asks for what this flow is declared not to do, and was not run.</returns>
    /// <exception cref="LoginFlowConformanceException">The manager does not do what it must.</exception>
    /// <exception cref="ArgumentException">There is no check of that name.</exception>
    public async Task<bool> RunAsync(string check, CancellationToken cancellationToken = default)
    {
        var found = LoginFlowCatalogue.Find(check);
        if ((found.NeedsPerson && !AsksPerson) || (found.NeedsOwnGlobus && LoginClient is not null))
        {
            return false;
        }

        try
        {
            using var trial = new LoginTrial(LoginClient, Create, cancellationToken);
            await found.Run(trial).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LoginFlowConformanceException(
                check, error is CheckFailedException ? error.Message : $"the manager threw {error.GetType().Name}: {error.Message}", error);
        }

        return true;
    }

    /// <summary>Runs every check that applies to the manager, one after the other, also after one has failed.</summary>
    /// <param name="cancellationToken">Cancels the checks.</param>
    /// <returns>How many were run.</returns>
    /// <exception cref="AggregateException">Checks failed: it holds a <see cref="LoginFlowConformanceException"/> for each of them.</exception>
    public async Task<int> RunAllAsync(CancellationToken cancellationToken = default)
    {
        var count = 0;
        var failures = new List<LoginFlowConformanceException>();
        foreach (var check in Checks)
        {
            try
            {
                count += await RunAsync(check, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
            catch (LoginFlowConformanceException failure)
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? count : throw new AggregateException(failures);
    }

    /// <summary>Creates a manager.</summary>
    /// <param name="loginClient">The client that it logs in with.</param>
    /// <param name="settings">What its logins have in common.</param>
    /// <param name="person">The person who sits at the browser, where one takes part.</param>
    /// <returns>The manager.</returns>
    protected abstract ILoginFlowManager Create(GlobusLoginClient loginClient, LoginFlowSettings settings, LoginPerson person);
}
