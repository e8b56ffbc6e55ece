using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps.Internal;

/// <summary>Sees to it that the tokens of an app are one person's: else it would act for one here and for another there.</summary>
internal static class StoredIdentity
{
    /// <summary>Checks that stored tokens belong together. Those of nobody known belong to everybody.</summary>
    /// <exception cref="IdentityMismatchException">They belong to several identities.</exception>
    public static void ThrowIfMixed(IEnumerable<TokenData> stored)
    {
        string? first = null;
        foreach (var identityId in stored.Select(static token => token.IdentityId).OfType<string>())
        {
            first ??= identityId;
            if (!IsSame(first, identityId))
            {
                throw IdentityMismatchException.AmongStored(first, identityId);
            }
        }
    }

    /// <summary>Checks that stored tokens belong to the identity of new ones.</summary>
    /// <exception cref="IdentityMismatchException">They belong to another.</exception>
    public static void ThrowIfOther(IEnumerable<TokenData> stored, string identityId)
    {
        foreach (var known in stored.Select(static token => token.IdentityId).OfType<string>())
        {
            if (!IsSame(known, identityId))
            {
                throw new IdentityMismatchException(known, identityId);
            }
        }
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
