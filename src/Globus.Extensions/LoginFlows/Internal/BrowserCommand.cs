using System.Diagnostics;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>A program that opens an address: its words, in which <c>%s</c> stands for the address; without one, it comes last.</summary>
internal sealed record BrowserCommand(string Program, IReadOnlyList<string> Arguments)
{
    private const string Place = "%s";

    /// <summary>What people know the program by, also where another one starts it.</summary>
    public string Name { get; init; } = $"'{Program}'";

    /// <summary>Whether the system itself opens the address, as Windows does.</summary>
    public bool ByShell { get; init; }

    public ProcessStartInfo For(Uri address)
    {
        if (ByShell)
        {
            return new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true };
        }

        var start = new ProcessStartInfo(Program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument.Replace(Place, address.AbsoluteUri, StringComparison.Ordinal));
        }

        if (!Arguments.Any(static argument => argument.Contains(Place, StringComparison.Ordinal)))
        {
            start.ArgumentList.Add(address.AbsoluteUri);
        }

        return start;
    }
}
