namespace Globus.Extensions.Apps;

/// <summary>A logout removed all tokens from the storage, but could not revoke all of them: those stay valid until they end.</summary>
public sealed class LogoutException : GlobusException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="resourceServers">The services whose tokens were not revoked.</param>
    /// <param name="innerException">Why.</param>
    public LogoutException(IReadOnlyList<string> resourceServers, Exception innerException)
        : base(
            $"The tokens were removed, but those for {string.Join(", ", resourceServers)} could not be revoked and stay valid until they end. "
            + "Withdraw the consents at https://app.globus.org/settings/consents to end them now.",
            innerException) =>
        ResourceServers = resourceServers;

    /// <summary>The services whose tokens were not revoked.</summary>
    public IReadOnlyList<string> ResourceServers { get; }
}
