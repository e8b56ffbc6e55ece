using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>What the client asks of the session: who signs in, and how. One person signs in at a time, so one of several is enough.</summary>
internal sealed record SessionRequirements
{
    /// <summary>Ids or user names of which the person has to be one; empty means anybody.</summary>
    public required IReadOnlyList<string> Identities { get; init; }

    /// <summary>Domains of which the person's user name has to have one; empty means any.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Whether a second factor is asked for. There are no factors here at all, so it only is shown.</summary>
    public required bool Mfa { get; init; }

    /// <summary>Whether the person has to sign in afresh, which everybody does here.</summary>
    public required bool Afresh { get; init; }

    /// <summary>The client's own words for the person, shown as text.</summary>
    public string? Message { get; init; }

    public static SessionRequirements Read(RequestParameters parameters) => new()
    {
        Identities = Split(parameters["session_required_identities"]),
        Domains = Split(parameters["session_required_single_domain"]),
        Mfa = string.Equals(parameters["session_required_mfa"], "true", StringComparison.OrdinalIgnoreCase),
        Afresh = parameters["prompt"] == "login",
        Message = parameters["session_message"],
    };

    public bool AreMetBy(Identity person) => IsRequiredIdentity(person) && HasRequiredDomain(person);

    private bool IsRequiredIdentity(Identity person) => Identities.Count == 0 || Identities.Any(identity =>
        Guid.TryParse(identity, out var id) ? id == person.Id : string.Equals(identity, person.UserName, StringComparison.OrdinalIgnoreCase));

    private bool HasRequiredDomain(Identity person) => Domains.Count == 0
        || Domains.Contains(person.UserName[(person.UserName.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);

    private static string[] Split(string? value) =>
        (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
