using System.Globalization;
using Spectre.Console;

namespace Login;

/// <summary>
/// What people see in a terminal, and scripts in a file: results stand on standard output, as tables in a terminal and as values between tabs
/// elsewhere; everything else is told on standard error.
/// </summary>
internal static class Screen
{
    private static readonly IAnsiConsole Errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Shows one thing, name by name.</summary>
    public static void ShowProperties(params (string Name, string? Value)[] properties)
    {
        var known = properties.Where(property => property.Value is not null);
        if (Console.IsOutputRedirected)
        {
            WriteLines(known.Select(property => $"{property.Name}\t{Clean(property.Value)}"));
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        foreach (var (name, value) in known)
        {
            grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(Clean(value)));
        }

        AnsiConsole.Write(grid);
    }

    /// <summary>Shows many things of a kind. What people and scripts want to read of one may differ.</summary>
    public static void ShowTable(string[] columns, IEnumerable<(string[] ForPeople, string[] ForScripts)> rows)
    {
        if (Console.IsOutputRedirected)
        {
            WriteLines(rows.Select(row => row.ForScripts).Prepend(columns).Select(values => string.Join('\t', values.Select(Clean))));
            return;
        }

        var table = new Table().RoundedBorder().BorderColor(Color.Grey);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        foreach (var (forPeople, _) in rows)
        {
            table.AddRow(forPeople.Select(value => new Text(Clean(value))));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Shows that something is done: a result, too.</summary>
    public static void Succeed(string text)
    {
        if (Console.IsOutputRedirected)
        {
            WriteLines([Clean(text)]);
            return;
        }

        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]✓[/] {Clean(text)}");
    }

    /// <summary>Tells a person something that no script is after.</summary>
    public static void Tell(string text) => Write(Errors, text, Style.Plain);

    /// <summary>Tells what went wrong.</summary>
    public static void Fail(string text) => Write(Errors, text, new Style(Color.Red));

    // Lines are not broken where nobody sees the width.
    private static void Write(IAnsiConsole console, string text, Style style)
    {
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(text);
            return;
        }

        console.WriteLine(text, style);
    }

    private static void WriteLines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.Out.WriteLine(line);
        }
    }

    /// <summary>Names come from other people: none may move the cursor, or begin a line of its own.</summary>
    private static string Clean(string? text) => string.Concat((text ?? string.Empty).Select(character => char.IsControl(character) ? ' ' : character));
}
