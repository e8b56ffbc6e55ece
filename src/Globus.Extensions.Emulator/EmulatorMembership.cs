namespace Globus.Extensions.Emulator;

/// <summary>One identity's place in an <see cref="EmulatorGroup"/>.</summary>
public sealed record EmulatorMembership
{
    /// <summary>
    /// Who it is: the id or the user name of a seeded user, the id of a seeded client, or a client's user name
    /// <c>CLIENT_ID@clients.auth.globus.org</c>.
    /// </summary>
    public required string Identity { get; init; }

    /// <summary>The role: <c>member</c> (default), <c>manager</c> or <c>admin</c>.</summary>
    public string Role { get; init => field = value ?? "member"; } = "member";

    /// <summary>
    /// The status: <c>active</c> (default), <c>invited</c>, <c>pending</c>, <c>rejected</c>, <c>removed</c>, <c>left</c> or
    /// <c>declined</c>.
    /// </summary>
    public string Status { get; init => field = value ?? "active"; } = "active";
}
