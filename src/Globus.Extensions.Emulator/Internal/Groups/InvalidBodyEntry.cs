namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>One place in a body that is not as it should be.</summary>
internal sealed record InvalidBodyEntry(IReadOnlyList<string> Loc, string Msg, string Type);
