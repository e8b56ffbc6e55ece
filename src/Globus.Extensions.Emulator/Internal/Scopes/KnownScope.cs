namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>A scope the emulator can grant.</summary>
/// <param name="Name">The scope string.</param>
/// <param name="ResourceServer">Whose tokens carry it.</param>
/// <param name="Description">For the consent page.</param>
/// <param name="Dependents">What consenting to it grants along with it.</param>
internal sealed record KnownScope(string Name, string ResourceServer, string Description, IReadOnlyList<RequestedScope> Dependents);
