namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>An error word with its reason, as <c>fatal_error</c> shows it.</summary>
internal sealed record TaskTrouble(string Code, string Description);
