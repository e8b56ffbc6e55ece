namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Who may read or write a folder of a collection and what is below it; immutable.</summary>
internal sealed record AccessRule
{
    public const string Identity = "identity";
    public const string Group = "group";
    public const string AllAuthenticatedUsers = "all_authenticated_users";
    public const string Anonymous = "anonymous";

    public required Guid Id { get; init; }

    public required Guid CollectionId { get; init; }

    /// <summary>With a slash at its start, and at its end if it names a folder.</summary>
    public required string Path { get; init; }

    /// <summary><c>r</c> or <c>rw</c>.</summary>
    public required string Permissions { get; init; }

    public required string PrincipalType { get; init; }

    /// <summary>An id; empty for the types that name everybody.</summary>
    public required string Principal { get; init; }

    public DateTimeOffset? CreateTime { get; init; }

    public DateTimeOffset? ExpirationDate { get; init; }

    public static bool IsKnownPrincipalType(string type) => type is Identity or Group or AllAuthenticatedUsers or Anonymous;

    /// <summary>Whether the path, with a slash at both ends, is the rule's or lies below it.</summary>
    public bool Covers(string path) => path.StartsWith(Path is [.., '/'] ? Path : Path + "/", StringComparison.Ordinal);

    public bool HasExpired(DateTimeOffset now) => ExpirationDate is { } expires && now >= expires;
}
