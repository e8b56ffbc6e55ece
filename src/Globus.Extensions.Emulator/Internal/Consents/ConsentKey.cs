namespace Globus.Extensions.Emulator.Internal.Consents;

/// <summary>What makes two consents the same.</summary>
/// <param name="Client">The client at the root.</param>
/// <param name="Identity">Who has allowed it.</param>
/// <param name="Path">The scope names from the root, blank before each.</param>
internal readonly record struct ConsentKey(Guid Client, Guid Identity, string Path);
