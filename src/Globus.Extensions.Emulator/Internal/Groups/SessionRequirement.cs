namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Who has to log in again, as Globus Auth's requirements spell it.</summary>
internal sealed record SessionRequirement(string SessionMessage, IReadOnlyList<string> SessionRequiredIdentities);
