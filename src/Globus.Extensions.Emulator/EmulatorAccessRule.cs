namespace Globus.Extensions.Emulator;

/// <summary>Who may read or write a folder of an <see cref="EmulatorCollection"/> and what is below it.</summary>
public sealed record EmulatorAccessRule
{
    /// <summary>The folder, with a slash at both ends; <c>/</c> by default.</summary>
    public string Path { get; init => field = value ?? "/"; } = "/";

    /// <summary><c>r</c> (default) to read, <c>rw</c> to write as well.</summary>
    public string Permissions { get; init => field = value ?? "r"; } = "r";

    /// <summary>
    /// Whom <see cref="Principal"/> names: <c>identity</c> (default), <c>group</c>, <c>all_authenticated_users</c> or <c>anonymous</c>.
    /// </summary>
    public string PrincipalType { get; init => field = value ?? "identity"; } = "identity";

    /// <summary>
    /// The id or user name of a seeded user, the id of a seeded client, or the id of a group; empty, the default, for the other two
    /// types.
    /// </summary>
    public string Principal { get; init => field = value ?? ""; } = "";
}
