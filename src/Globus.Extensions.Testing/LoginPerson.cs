namespace Globus.Extensions.Testing;

/// <summary>The person of a check, who does in the browser what the check wants: logs in, denies, or goes away.</summary>
public sealed class LoginPerson
{
    private readonly Func<Uri, CancellationToken, Task<IReadOnlyList<Uri>>> _visit;

    internal LoginPerson(Func<Uri, CancellationToken, Task<IReadOnlyList<Uri>>> visit) => _visit = visit;

    /// <summary>Visits the authorize URL. A person who goes away never comes to an end with it: the task then ends when it is cancelled, or with the check.</summary>
    /// <param name="authorizeUrl">The URL that the manager shows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The addresses that the browser is sent to afterwards, one after the other. Only the last one is Globus's answer; those before it are forged. A flow in which the
    /// person types hands over what they hold in this order, and need not come to the last one.
    /// </returns>
    public Task<IReadOnlyList<Uri>> VisitAsync(Uri authorizeUrl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authorizeUrl);
        return _visit(authorizeUrl, cancellationToken);
    }
}
