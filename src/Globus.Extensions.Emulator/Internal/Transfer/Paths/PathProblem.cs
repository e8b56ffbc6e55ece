namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>Why a path leads nowhere.</summary>
internal enum PathProblem
{
    None,

    /// <summary>A link leads out of the collection.</summary>
    Outside,

    /// <summary>Links lead in a circle, or through too many others.</summary>
    TooManyLinks,
}
