namespace Globus.Extensions.Services.Groups.Internal;

/// <summary>What the service wraps subgroups in.</summary>
internal sealed record GroupChildren(IReadOnlyList<Group>? Children);
