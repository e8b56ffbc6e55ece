using System.Diagnostics;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests.Transfer;

/// <summary>What only a shell makes: pipes, second names of a file, names that are not text.</summary>
public sealed class OddFilesTests
{
    public OddFilesTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "The shell of Linux is needed.");

    [Fact]
    public async Task A_pipe_at_the_destination_is_replaced_and_not_written_to()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        await ShellAsync(stage.Destination, "mkfifo a.txt");

        await stage.TransferAsync(Item("/a.txt", "/a.txt"));

        File.ReadAllText(stage.Destination.At("a.txt")).ShouldBe("a");
    }

    [Fact]
    public async Task A_file_copied_onto_its_other_name_keeps_its_bytes()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "precious");
        await ShellAsync(stage.Source, "ln a.txt b.txt");

        await stage.RunAsync(stage.Transfer(Item("/a.txt", "/b.txt")).Replace(stage.DestinationId, stage.SourceId, StringComparison.Ordinal));

        File.ReadAllText(stage.Source.At("a.txt")).ShouldBe("precious");
        File.ReadAllText(stage.Source.At("b.txt")).ShouldBe("precious");
    }

    [Fact]
    public async Task Names_that_are_not_text_do_not_hide_the_others()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("s/a.txt", "a");
        await ShellAsync(stage.Source, @"cd s; touch ""$(printf 'x\376')"" ""$(printf 'x\377')""; mkdir ""$(printf 'y\377')""");

        (await stage.User.NamesAsync(stage.SourceId, "/s")).ShouldBe("a.txt");
    }

    [Theory]
    [InlineData("touch \"$(printf 'x\\377')\"")]
    [InlineData("mkdir \"$(printf 'x\\377')\"")]
    public async Task Names_that_are_not_text_are_neither_copied_nor_removed(string command)
    {
        await using var stage = await StartAsync();
        stage.Source.Write("s/a.txt", "a");
        await ShellAsync(stage.Source, "cd s; " + command);
        Directory.CreateDirectory(stage.Destination.At("d"));
        await ShellAsync(stage.Destination, "cd d; " + command);

        var copied = await stage.RunAsync(stage.Transfer(Item("/s", "/copy")));
        var removed = await stage.RunAsync(stage.Delete(DeleteItem("/d"), ""","recursive":true"""));

        foreach (var task in new[] { copied, removed })
        {
            task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME");
        }
    }

    [Theory]
    [InlineData("touch \"$(printf 'x\\377')\"")]
    [InlineData("mkdir \"$(printf 'x\\377')\"")]
    public async Task Names_that_are_not_text_are_not_passed_over_where_they_are_superfluous_or_match_a_pattern(string command)
    {
        await using var stage = await StartAsync();
        stage.Source.Write("s/a.txt", "a");
        Directory.CreateDirectory(stage.Destination.At("d"));
        await ShellAsync(stage.Destination, "cd d; " + command);

        var copied = await stage.RunAsync(stage.Transfer(Item("/s", "/d"), ""","delete_destination_extra":true"""));
        var excluded = await stage.RunAsync(stage.Transfer(Item("/s", "/d"), ""","delete_destination_extra":true,"filter_rules":[{"name":"x*"}]"""));
        var matched = await stage.RunAsync(stage.Delete(DeleteItem("/d/*"), ""","recursive":true,"interpret_globs":true,"ignore_missing":true"""));
        var unmatched = await stage.RunAsync(stage.Delete(DeleteItem("/d/a*"), ""","interpret_globs":true"""));

        copied.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME");
        excluded.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        matched.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME");
        unmatched.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task Names_that_are_not_text_at_the_destination_do_not_matter()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("s/a.txt", "a");
        Directory.CreateDirectory(stage.Destination.At("d"));
        await ShellAsync(stage.Destination, @"cd d; touch ""$(printf 'x\376')"" ""$(printf 'x\377')""");

        await stage.TransferAsync(Item("/s", "/d"));

        File.ReadAllText(stage.Destination.At("d", "a.txt")).ShouldBe("a");
    }

    [Fact]
    public async Task Names_may_hold_line_breaks_quotes_and_backslashes()
    {
        await using var stage = await StartAsync();
        string[] names = ["line\nbreak", "quote\"'", "back\\slash", new string('n', 255), "~", " "];
        foreach (var name in names)
        {
            stage.Source.Write($"s/{name}", name);
        }

        await stage.TransferAsync(Item("/s", "/d"), ""","verify_checksum":true""");

        names.Select(name => File.ReadAllText(stage.Destination.At("d", name))).ShouldBe(names);
        File.CreateSymbolicLink(stage.Destination.At("d", "link"), stage.User.Folder(stage.DestinationId, "d", "back\\slash"));
        (await stage.User.StatAsync(stage.DestinationId, "/d/link"))["link_target"].ShouldBe("/d/back\\slash");
    }

    private static async Task ShellAsync(TestFolder folder, string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = folder.FullName })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }
}
