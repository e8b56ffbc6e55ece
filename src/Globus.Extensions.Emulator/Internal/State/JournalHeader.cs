namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>The first line of the journal: what it is, and of which state.</summary>
internal sealed record JournalHeader(string Format, int Version, Guid State)
{
    public const int CurrentVersion = 1;
}
