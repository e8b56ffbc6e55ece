namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The subgroups of a group.</summary>
internal sealed record GroupChildrenDocument(IReadOnlyList<GroupDocument> Children);
