namespace Globus.Extensions.Principals.Internal;

/// <summary>What has to hold of a client that is registered or changed, so that the service need not refuse it.</summary>
internal static class ClientRules
{
    /// <summary>Exactly one of the two says what the client is.</summary>
    /// <exception cref="ArgumentException">Both are given, or neither.</exception>
    public static void CheckKind(bool? publicClient, ClientType? clientType)
    {
        if (publicClient is null == clientType is null)
        {
            throw new ArgumentException(
                publicClient is null
                    ? "Say what kind of client to register: set PublicClient or ClientType."
                    : "Set PublicClient or ClientType, not both: each says what kind of client to register.",
                nameof(clientType));
        }
    }

    /// <summary>The two links are given together.</summary>
    /// <exception cref="ArgumentException">One is without the other.</exception>
    public static void CheckLinks(ClientLinks? links)
    {
        if (links is not null && links.TermsAndConditions is null != links.PrivacyPolicy is null)
        {
            throw new ArgumentException(
                $"A client has both links or neither: {(links.PrivacyPolicy is null ? nameof(links.PrivacyPolicy) : nameof(links.TermsAndConditions))} is missing.", nameof(links));
        }
    }

    /// <summary>Whether there are no links in it.</summary>
    public static bool AreNone(ClientLinks? links) => links is null or { TermsAndConditions: null, PrivacyPolicy: null };
}
