namespace Globus.Extensions.Apps;

/// <summary>
/// A logout did all that it could, and something is left: tokens that could not be revoked stay valid until they end, and those that could not be
/// removed are still stored.
/// </summary>
public sealed class LogoutException : GlobusException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="resourceServers">The services whose tokens were not revoked.</param>
    /// <param name="innerException">Why.</param>
    /// <param name="notRemoved">The services whose tokens were not removed from the storage. Default: none.</param>
    public LogoutException(IReadOnlyList<string> resourceServers, Exception innerException, IReadOnlyList<string>? notRemoved = null)
        : base(Describe(resourceServers, notRemoved ?? []), innerException)
    {
        ResourceServers = resourceServers;
        NotRemoved = notRemoved ?? [];
    }

    /// <summary>The services whose tokens were not revoked.</summary>
    public IReadOnlyList<string> ResourceServers { get; }

    /// <summary>The services whose tokens were not removed from the storage.</summary>
    public IReadOnlyList<string> NotRemoved { get; }

    private static string Describe(IReadOnlyList<string> notRevoked, IReadOnlyList<string> notRemoved)
    {
        const string Remedy = "Withdraw the consents at https://app.globus.org/settings/consents to end them now.";
        var revocation = $"those for {string.Join(", ", notRevoked)} could not be revoked and stay valid until they end. {Remedy}";
        if (notRemoved.Count == 0)
        {
            return $"The tokens were removed, but {revocation}";
        }

        var removal = $"The tokens for {string.Join(", ", notRemoved)} could not be removed from the storage. Mend what the inner exception tells, and log out again.";
        return notRevoked.Count == 0 ? removal : $"{removal} Besides, {revocation}";
    }
}
