using System.Collections.ObjectModel;
using System.Text.Json;
using Globus.Extensions.AuthorizationRequirements.Internal;

namespace Globus.Extensions.AuthorizationRequirements;

/// <summary>
/// How a login has to look for a service to accept it: which scopes must be consented to, which identities, domains or
/// policies the session must satisfy, and what to tell the person.
/// </summary>
/// <remarks>
/// Every member is optional: <see langword="null"/> means that nothing is asked for, and nothing is sent. Two values are equal
/// when their members are, lists compared element by element in order.
/// </remarks>
public sealed record GlobusAuthorizationParameters
{
    /// <summary>The scopes to ask consent for, each with its dependencies in the usual notation (<c>scope[*optional]</c>).</summary>
    public IReadOnlyList<string>? RequiredScopes { get; init; }

    /// <summary>The identities (ids or user names) that must all have logged in during the session.</summary>
    public IReadOnlyList<string>? SessionRequiredIdentities { get; init; }

    /// <summary>The ids of the authentication policies that the session must satisfy.</summary>
    public IReadOnlyList<string>? SessionRequiredPolicies { get; init; }

    /// <summary>The domains of which an identity of <em>any one</em> must have logged in; lists of two documents must not be joined.</summary>
    public IReadOnlyList<string>? SessionRequiredSingleDomain { get; init; }

    /// <summary>Whether the session must include multi-factor authentication.</summary>
    public bool? SessionRequiredMfa { get; init; }

    /// <summary>Text for the person, shown on the login page.</summary>
    public string? SessionMessage { get; init; }

    /// <summary>The <c>prompt</c> of the authorize request; Globus knows <c>login</c>, which forces a fresh authentication.</summary>
    public string? Prompt { get; init; }

    /// <summary>Members that this library does not know, by name; kept, but never sent to the authorize page. Empty by default.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>Compares all members, lists by their contents and <see cref="Extra"/> as JSON values.</summary>
    /// <param name="other">The other parameters.</param>
    /// <returns><see langword="true"/> if both ask for the same.</returns>
    public bool Equals(GlobusAuthorizationParameters? other) =>
        other is not null
        && SessionRequiredMfa == other.SessionRequiredMfa
        && string.Equals(SessionMessage, other.SessionMessage, StringComparison.Ordinal)
        && string.Equals(Prompt, other.Prompt, StringComparison.Ordinal)
        && ValueComparison.SameItems(RequiredScopes, other.RequiredScopes)
        && ValueComparison.SameItems(SessionRequiredIdentities, other.SessionRequiredIdentities)
        && ValueComparison.SameItems(SessionRequiredPolicies, other.SessionRequiredPolicies)
        && ValueComparison.SameItems(SessionRequiredSingleDomain, other.SessionRequiredSingleDomain)
        && ValueComparison.SameMembers(Extra, other.Extra);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Extra counts by size only: JSON values that are equal may be spelled differently.
        var hash = new HashCode();
        hash.Add(SessionRequiredMfa);
        hash.Add(SessionMessage, StringComparer.Ordinal);
        hash.Add(Prompt, StringComparer.Ordinal);
        ValueComparison.AddItems(ref hash, RequiredScopes);
        ValueComparison.AddItems(ref hash, SessionRequiredIdentities);
        ValueComparison.AddItems(ref hash, SessionRequiredPolicies);
        ValueComparison.AddItems(ref hash, SessionRequiredSingleDomain);
        hash.Add(Extra.Count);
        return hash.ToHashCode();
    }

    /// <summary>Writes the parameters as a JSON object; members that are <see langword="null"/> are left out.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="includeExtra">Whether to write <see cref="Extra"/>, too.</param>
    public void WriteTo(Utf8JsonWriter writer, bool includeExtra = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        RequirementsWriter.Write(writer, this, includeExtra);
    }

    /// <summary>The parameters as JSON text without <see cref="Extra"/>.</summary>
    /// <returns>The text of a JSON object.</returns>
    public override string ToString() => RequirementsWriter.ToText(this, static (value, writer) => value.WriteTo(writer));
}
