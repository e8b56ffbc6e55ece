using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Globus.Extensions.AuthorizationRequirements.Internal;

namespace Globus.Extensions.AuthorizationRequirements;

/// <summary>
/// What a service answers when a valid token is not enough: "log in again like this" (Globus calls the document a
/// <em>Globus Auth Requirements Error</em>, GARE). Log in with <see cref="AuthorizationParameters"/> and repeat the call.
/// </summary>
/// <remarks>
/// Services have spelled the document in several ways over the years. <see cref="TryParse"/> reads all of them; writing gives
/// the canonical form. The status of the response plays no part.
/// </remarks>
public sealed record GlobusAuthorizationRequirements
{
    /// <summary>The code of a document that asks for consent to scopes.</summary>
    public const string ConsentRequired = "ConsentRequired";

    /// <summary>The code of a document that asks for another session, and of those that come without a code.</summary>
    public const string AuthorizationRequired = "AuthorizationRequired";

    /// <summary>
    /// The code: a hint for logs, without further meaning. Mostly <see cref="ConsentRequired"/> or
    /// <see cref="AuthorizationRequired"/>, but services use their own.
    /// </summary>
    public required string Code { get; init; }

    /// <summary>How the login has to look. It may ask for nothing in particular: then a fresh login is what is wanted.</summary>
    public GlobusAuthorizationParameters AuthorizationParameters { get; init; } = new();

    /// <summary>The other members of the document by name, for example <c>request_id</c> and <c>resource</c>. Empty by default.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>Reads one document in any of its known forms. Never throws because of what the document holds.</summary>
    /// <param name="document">The document, of any JSON kind; it may be disposed of afterwards.</param>
    /// <param name="requirements">The requirements, if the document states any.</param>
    /// <returns><see langword="false"/> if the document states no requirements.</returns>
    public static bool TryParse(JsonElement document, [NotNullWhen(true)] out GlobusAuthorizationRequirements? requirements)
    {
        requirements = RequirementsReader.Read(document);
        return requirements is not null;
    }

    /// <summary>
    /// Looks for requirements in the body of an error response, the body itself first, then the elements of its <c>errors</c>
    /// array in order.
    /// </summary>
    /// <param name="body">The body, of any JSON kind.</param>
    /// <returns>The first requirements found, or <see langword="null"/>.</returns>
    public static GlobusAuthorizationRequirements? FindFirst(JsonElement body) =>
        RequirementsReader.Read(body) ?? RequirementsReader.ReadErrors(body).FirstOrDefault();

    /// <summary>
    /// Collects all requirements in the body of an error response: those of the elements of its <c>errors</c> array in order,
    /// then those of the body itself.
    /// </summary>
    /// <param name="body">The body, of any JSON kind.</param>
    /// <returns>The requirements found; empty if there are none.</returns>
    public static IReadOnlyList<GlobusAuthorizationRequirements> FindAll(JsonElement body)
    {
        var found = RequirementsReader.ReadErrors(body).ToList();
        if (RequirementsReader.Read(body) is { } root)
        {
            found.Add(root);
        }

        return found;
    }

    /// <summary>Compares all members, <see cref="Extra"/> as JSON values.</summary>
    /// <param name="other">The other requirements.</param>
    /// <returns><see langword="true"/> if both state the same.</returns>
    public bool Equals(GlobusAuthorizationRequirements? other) =>
        other is not null
        && string.Equals(Code, other.Code, StringComparison.Ordinal)
        && AuthorizationParameters.Equals(other.AuthorizationParameters)
        && ValueComparison.SameMembers(Extra, other.Extra);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, AuthorizationParameters, Extra.Count);

    /// <summary>Writes the document in its canonical form.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="includeExtra">Whether to write the unknown members of both levels, too.</param>
    public void WriteTo(Utf8JsonWriter writer, bool includeExtra = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        RequirementsWriter.Write(writer, this, includeExtra);
    }

    /// <summary>The document as JSON text in its canonical form.</summary>
    /// <param name="includeExtra">Whether to write the unknown members of both levels, too.</param>
    /// <returns>The text of a JSON object.</returns>
    public string ToJson(bool includeExtra = false) =>
        includeExtra
            ? RequirementsWriter.ToText(this, static (value, writer) => value.WriteTo(writer, includeExtra: true))
            : RequirementsWriter.ToText(this, static (value, writer) => value.WriteTo(writer));

    /// <summary>The document as JSON text in its canonical form, without <see cref="Extra"/>.</summary>
    /// <returns>The text of a JSON object.</returns>
    public override string ToString() => ToJson();
}
