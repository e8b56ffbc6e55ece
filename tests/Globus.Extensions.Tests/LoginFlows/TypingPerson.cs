using Globus.Extensions.Emulator;
using Globus.Extensions.Tests.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.LoginFlows;

/// <summary>A person at a terminal: visits the printed URL, and types one line after another; then the input ends.</summary>
internal sealed class TypingPerson(GlobusEmulator emulator, StringWriter screen, params Func<Uri, string>[] lines) : TextReader
{
    private int _next;

    public static string Code(Uri redirect) => QueryHelpers.ParseQuery(redirect.Query)["code"].Single()!;

    public override string? ReadLine() => _next < lines.Length ? lines[_next++](SignIn()) : null;

    private Uri SignIn()
    {
        var url = screen.ToString().Split('\n').Select(static line => line.Trim()).Last(static line => line.StartsWith("http", StringComparison.Ordinal));
        return emulator.SignIn(new Uri(url), EmulatedGlobus.Ada);
    }
}
