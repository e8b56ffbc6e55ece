using Globus.Extensions.Configuration.Internal;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>
/// Finds out whether a browser can be had where the program runs, and by which commands: remote sessions, displays, containers, Windows' Linux, and the
/// variable <c>BROWSER</c> as Python's webbrowser understands it.
/// </summary>
internal sealed class BrowserSearch(IEnvironmentVariables environment, BrowserPlatform platform)
{
    private static readonly string[] TextBrowsers = ["lynx", "www-browser", "links", "links2", "elinks", "w3m", "browsh", "carbonyl"];
    private static readonly string[] RemoteVariables = ["SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"];

    private static readonly BrowserCommand[] OfDesktops =
    [
        new("xdg-open", []), new("x-www-browser", []), new("gio", ["open"]), new("kde-open", []), new("sensible-browser", []),
    ];

    // The last one is Windows' own; it takes one argument after the name of the function.
    private static readonly BrowserCommand[] OfWindowsBelow =
    [
        new("wslview", []), new("rundll32.exe", ["url.dll,FileProtocolHandler"]), new("/mnt/c/Windows/System32/rundll32.exe", ["url.dll,FileProtocolHandler"]),
    ];

    /// <summary>What shows that a person sits at another machine, whose browser would not find this program.</summary>
    public string? FindRemoteSession() =>
        RemoteVariables.FirstOrDefault(IsSet) is { } variable ? $"this is a remote session ({variable} is set), and the browser is on another machine" : null;

    /// <summary>The commands to try in order; or what stands in the way.</summary>
    public (IReadOnlyList<BrowserCommand> Commands, string? Obstacle) Run()
    {
        if (ReadVariable(out var textBrowser) is { Count: > 0 } wanted)
        {
            return (wanted, null);
        }

        if (textBrowser is not null)
        {
            return ([], $"the variable BROWSER names the text browser '{textBrowser}', which cannot show the pages of a login");
        }

        if (platform.IsWindows)
        {
            return platform.IsInteractive
                ? ([new BrowserCommand("", []) { ByShell = true, Name = "the browser of Windows" }], null)
                : ([], "the program runs as a service, which has no desktop");
        }

        if (platform.IsMacOS)
        {
            return ([new BrowserCommand("/usr/bin/open", [])], null);
        }

        var isWindowsBelow = IsSet("WSL_DISTRO_NAME") || IsSet("WSL_INTEROP");
        BrowserCommand[] found = [.. isWindowsBelow ? Existing(OfWindowsBelow) : [], .. HasDisplay ? Existing(OfDesktops) : []];
        if (found.Length > 0)
        {
            return (found, null);
        }

        var place = isWindowsBelow ? "; this is the Windows Subsystem for Linux, where the package wslu brings wslview"
            : platform.IsContainer ? "; this is a container"
            : "";
        return ([], HasDisplay ? $"no program was found that opens a browser (xdg-open){place}" : $"there is no display (DISPLAY and WAYLAND_DISPLAY are not set){place}");
    }

    private bool HasDisplay => IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    private bool IsSet(string variable) => !string.IsNullOrWhiteSpace(environment.Get(variable));

    private List<BrowserCommand> ReadVariable(out string? textBrowser)
    {
        textBrowser = null;
        var commands = new List<BrowserCommand>();
        var separator = platform.IsWindows ? ';' : ':';
        foreach (var entry in (environment.Get("BROWSER") ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Python has "&" at the end for a browser that stays in the foreground; here all of them may.
            string[] words = [.. CommandWords.Split(entry).Where(static word => word != "&")];
            if (words.Length == 0)
            {
                continue;
            }

            if (TextBrowsers.Contains(Path.GetFileNameWithoutExtension(words[0]), StringComparer.OrdinalIgnoreCase))
            {
                textBrowser ??= words[0];
            }
            else
            {
                commands.AddRange(Existing([new BrowserCommand(words[0], words[1..])]));
            }
        }

        return commands;
    }

    // A session of its own, where there is a program for it: Ctrl-C at the terminal is meant for the login, not for the browser.
    private IEnumerable<BrowserCommand> Existing(BrowserCommand[] commands)
    {
        var detach = Find("setsid");
        foreach (var command in commands)
        {
            if (Find(command.Program) is { } program)
            {
                yield return detach is null ? new BrowserCommand(program, command.Arguments) : new BrowserCommand(detach, [program, .. command.Arguments]) { Name = $"'{program}'" };
            }
        }
    }

    private string? Find(string program)
    {
        if (Path.IsPathRooted(program))
        {
            return platform.IsProgram(program) ? program : null;
        }

        // Never one of the folder that the program was started in.
        return program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? null
            : (environment.Get("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(Path.IsPathRooted)
                .Select(folder => Path.Combine(folder, program))
                .FirstOrDefault(platform.IsProgram);
    }
}
