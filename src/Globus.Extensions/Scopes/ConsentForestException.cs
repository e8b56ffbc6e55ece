using System.Globalization;

namespace Globus.Extensions.Scopes;

/// <summary>Consents do not make up trees: what a service listed is incomplete or contradicts itself.</summary>
public sealed class ConsentForestException : GlobusException
{
    private ConsentForestException(string message, long consentId, long? missingParentId)
        : base(message)
    {
        ConsentId = consentId;
        MissingParentId = missingParentId;
    }

    /// <summary>The consent that does not fit.</summary>
    public long ConsentId { get; }

    /// <summary>The consent above it that is missing; <see langword="null"/> if that is not the trouble.</summary>
    public long? MissingParentId { get; }

    internal static ConsentForestException MissingParent(long consentId, long parentId) => new(
        string.Create(CultureInfo.InvariantCulture, $"The consent {consentId} stands below the consent {parentId}, which is not among those given. Take all consents of the identity."),
        consentId,
        parentId);

    internal static ConsentForestException Ambiguous(long consentId) => new(
        string.Create(CultureInfo.InvariantCulture, $"The consent {consentId} is given twice, with different scopes or places. Take the consents of one answer."),
        consentId,
        null);

    internal static ConsentForestException Incomplete(long consentId) => new(
        string.Create(CultureInfo.InvariantCulture, $"The consent {consentId} came without its scope, or without a path that ends with it. Without both it has no place among the others."),
        consentId,
        null);
}
