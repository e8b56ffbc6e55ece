namespace TransferFiles;

/// <summary>How the program ends, for scripts.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int WrongUsage = 2;

    /// <summary>Ctrl-C, as shells know it.</summary>
    public const int Interrupted = 130;
}
