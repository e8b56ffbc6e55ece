namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>What the search for a browser asks the machine, beside its variables.</summary>
internal sealed record BrowserPlatform
{
    public bool IsWindows { get; init; }

    public bool IsMacOS { get; init; }

    /// <summary>Whether the program runs where a person sees windows; on Windows, a service does not.</summary>
    public bool IsInteractive { get; init; } = true;

    public bool IsContainer { get; init; }

    public required Func<string, bool> IsProgram { get; init; }

    public static BrowserPlatform Current { get; } = new()
    {
        IsWindows = OperatingSystem.IsWindows(),
        IsMacOS = OperatingSystem.IsMacOS(),
        IsInteractive = Environment.UserInteractive,
        IsContainer = File.Exists("/.dockerenv") || File.Exists("/run/.containerenv"),
        IsProgram = IsExecutable,
    };

    private static bool IsExecutable(string path)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != UnixFileMode.None);
    }
}
