namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The other form of a 422: each place in the body that is not as it should be.</summary>
internal sealed record InvalidBody(IReadOnlyList<InvalidBodyEntry> Detail);
