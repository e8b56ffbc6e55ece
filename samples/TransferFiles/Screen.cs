using Globus.Extensions.Services.Transfer;
using Spectre.Console;

namespace TransferFiles;

/// <summary>
/// What people see in a terminal, and scripts in a file: results stand on standard output, as a table in a terminal and as values after tabs
/// elsewhere; how things get on is told on standard error.
/// </summary>
internal static class Screen
{
    private const int LongestLine = 300;

    /// <summary>How this program is started, for advice.</summary>
    public const string Command = "dotnet run --project samples/TransferFiles --";

    public static IAnsiConsole Errors { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Whether something that moves can be shown.</summary>
    public static bool CanMove => !Console.IsErrorRedirected && Errors.Profile.Capabilities is { Ansi: true, Interactive: true };

    /// <summary>Shows one thing, name by name. What scripts read of it may differ.</summary>
    public static void ShowTable(params (string Name, string? ForPeople, string? ForScripts)[] rows)
    {
        if (Console.IsOutputRedirected)
        {
            foreach (var (name, forPeople, forScripts) in rows)
            {
                Console.Out.WriteLine($"{name}\t{Clean(forScripts ?? forPeople)}");
            }

            return;
        }

        var table = new Table().RoundedBorder().BorderColor(Color.Grey).HideHeaders().AddColumn(new TableColumn(string.Empty).NoWrap()).AddColumn(string.Empty);
        foreach (var (name, forPeople, _) in rows)
        {
            table.AddRow(new Text(name, new Style(Color.Grey)), new Text(Clean(forPeople), ColorOf(forPeople)));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Shows the id of a task: a result, too.</summary>
    public static void ShowId(TransferTaskId id) => Console.Out.WriteLine(Clean(id.Value));

    /// <summary>Tells a person how things get on.</summary>
    public static void Tell(string text, bool isWarning = false) => Write(text, isWarning ? new Style(Color.Yellow) : Style.Plain);

    /// <summary>Tells what went wrong.</summary>
    public static void Fail(string text) => Write(text, new Style(Color.Red));

    /// <summary>One line that is no longer than anybody reads.</summary>
    public static string Clip(string text)
    {
        text = Clean(text);
        return text.Length <= LongestLine ? text : text[..LongestLine] + "…";
    }

    private static Style ColorOf(string? text) =>
        text == TransferTaskStatus.Succeeded.Value ? new Style(Color.Green) : text == TransferTaskStatus.Failed.Value ? new Style(Color.Red) : Style.Plain;

    // Lines are not broken where nobody sees the width; commands never: people copy them.
    private static void Write(string text, Style style)
    {
        foreach (var line in text.Split('\n').Select(Clean))
        {
            if (Console.IsErrorRedirected || line.StartsWith("  ", StringComparison.Ordinal))
            {
                Console.Error.WriteLine(line);
            }
            else
            {
                Errors.WriteLine(line, style);
            }
        }
    }

    /// <summary>Names come from other people: none may move the cursor, or begin a line of its own.</summary>
    private static string Clean(string? text) => string.Concat((text ?? string.Empty).Select(character => char.IsControl(character) ? ' ' : character));
}
