using System.Runtime.Versioning;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests.Transfer;

/// <summary>What the modes of files and folders forbid, and what becomes of them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileModeTests
{
    public FileModeTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no modes on Windows.");

    [Theory]
    [InlineData("0600", "0600")]
    [InlineData("0755", "0755")]
    [InlineData("0662", "0662")]
    [InlineData("6755", "0755")]
    public async Task A_file_that_is_replaced_keeps_its_permissions(string before, string after)
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        File.SetUnixFileMode(stage.Destination.Write("a.txt", "before"), Mode(before));

        await stage.TransferAsync(Item("/a.txt", "/a.txt"), ""","verify_checksum":true""");

        File.ReadAllText(stage.Destination.At("a.txt")).ShouldBe("a");
        File.GetUnixFileMode(stage.Destination.At("a.txt")).ShouldBe(Mode(after));
    }

    [Fact]
    public async Task A_file_that_nobody_may_write_is_not_replaced()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        File.SetUnixFileMode(stage.Destination.Write("a.txt", "before"), Mode("0444"));

        var task = await stage.RunAsync(stage.Transfer(Item("/a.txt", "/a.txt")));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("PERMISSION_DENIED");
        Directory.GetFiles(stage.Destination.FullName).ShouldBe([stage.Destination.At("a.txt")]);
        File.ReadAllText(stage.Destination.At("a.txt")).ShouldBe("before");
        File.GetUnixFileMode(stage.Destination.At("a.txt")).ShouldBe(Mode("0444"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_listed_does_not_count_as_empty()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Everything can be listed by the administrator.");
        await using var stage = await StartAsync();
        stage.Destination.Write("d/a.txt", "a");
        File.SetUnixFileMode(stage.Destination.At("d"), Mode("0300"));

        var task = await stage.RunAsync(stage.Delete(DeleteItem("/d/*"), ""","interpret_globs":true,"ignore_missing":true"""));
        File.SetUnixFileMode(stage.Destination.At("d"), Mode("0700"));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("PERMISSION_DENIED");
    }

    private static UnixFileMode Mode(string octal) => (UnixFileMode)Convert.ToInt32(octal, 8);
}
