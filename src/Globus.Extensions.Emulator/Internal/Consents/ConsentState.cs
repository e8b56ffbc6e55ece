namespace Globus.Extensions.Emulator.Internal.Consents;

/// <summary>The consents in the state file.</summary>
/// <param name="NextId">The id of the next one: ids of consents that are gone are not given again.</param>
/// <param name="Consents">Those that stand.</param>
internal sealed record ConsentState(long NextId, IReadOnlyList<ConsentDocument> Consents);
