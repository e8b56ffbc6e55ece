namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>What an identity or a group may do for a collection beside reading and writing; immutable.</summary>
internal sealed record Role
{
    public const string Administrator = "administrator";
    public const string AccessManager = "access_manager";
    public const string ActivityManager = "activity_manager";
    public const string ActivityMonitor = "activity_monitor";

    public required Guid Id { get; init; }

    public required Guid CollectionId { get; init; }

    /// <summary><c>identity</c> or <c>group</c>.</summary>
    public required string PrincipalType { get; init; }

    public required Guid Principal { get; init; }

    /// <summary>One of the four names above.</summary>
    public required string Name { get; init; }
}
