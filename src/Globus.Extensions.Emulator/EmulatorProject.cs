namespace Globus.Extensions.Emulator;

/// <summary>A project of developers: who may see and change the clients in it.</summary>
public sealed record EmulatorProject
{
    /// <summary>The project id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Where to reach the people behind it; <c>nobody@example.org</c> by default.</summary>
    public string ContactEmail { get; init => field = value ?? "nobody@example.org"; } = "nobody@example.org";

    /// <summary>
    /// The admins: each the id or the user name of a seeded user, the id of a seeded client, or a client's user name
    /// <c>CLIENT_ID@clients.auth.globus.org</c>.
    /// </summary>
    public IReadOnlyList<string> Admins { get; init => field = value ?? []; } = [];

    /// <summary>The seeded groups whose active members are admins, too.</summary>
    public IReadOnlyList<Guid> AdminGroupIds { get; init => field = value ?? []; } = [];
}
