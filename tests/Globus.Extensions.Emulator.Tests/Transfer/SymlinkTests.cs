using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class SymlinkTests
{
    public SymlinkTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");

    [Fact]
    public async Task Links_met_in_folders_are_ignored()
    {
        await using var stage = await StartWithLinksAsync();

        var task = await stage.TransferAsync(Item("/s", "/d"));

        Entries(stage).ShouldBe("d d/folder d/folder/b.txt d/text.txt");
        task.GetProperty("symlinks").GetInt32().ShouldBe(0);
        task.GetProperty("recursive_symlinks").GetString().ShouldBe("ignore");
    }

    [Fact]
    public async Task Links_can_be_kept()
    {
        await using var stage = await StartWithLinksAsync();

        var task = await stage.TransferAsync(Item("/s", "/d"), ""","recursive_symlinks":"keep" """);
        await stage.TransferAsync(Item("/s", "/d"), ""","recursive_symlinks":"keep" """);

        Entries(stage).ShouldBe("d d/absolute -> ../s/text.txt d/folder d/folder/b.txt d/text.txt d/to-file -> text.txt d/to-folder -> folder");
        task.GetProperty("symlinks").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Links_can_be_followed()
    {
        await using var stage = await StartWithLinksAsync();

        await stage.TransferAsync(Item("/s", "/d"), ""","recursive_symlinks":"copy" """);

        Tree(stage.Destination).ShouldBe("d/absolute d/folder/b.txt d/text.txt d/to-file d/to-folder/b.txt");
        new FileInfo(stage.Destination.At("d", "to-file")).LinkTarget.ShouldBeNull();
    }

    [Theory]
    [InlineData("keep", "PERMISSION_DENIED")]
    [InlineData("copy", "PERMISSION_DENIED")]
    public async Task A_link_out_of_the_source_is_refused_or_skipped(string mode, string code)
    {
        await using var stage = await StartAsync();
        using var outside = new TestFolder();
        outside.Write("secret.txt", "secret");
        stage.Source.Write("s/a.txt", "a");
        File.CreateSymbolicLink(stage.Source.At("s", "out"), outside.At("secret.txt"));
        File.CreateSymbolicLink(stage.Source.At("s", "out-folder"), outside.FullName);

        var refused = await stage.RunAsync(stage.Transfer(Item("/s", "/d"), $",\"recursive_symlinks\":\"{mode}\""));
        var skipped = await stage.TransferAsync(Item("/s", "/e"), $",\"recursive_symlinks\":\"{mode}\",\"skip_source_errors\":true");

        refused.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe(code);
        skipped.GetProperty("subtasks_skipped_errors").GetInt32().ShouldBe(2);
        Directory.GetFileSystemEntries(stage.Destination.At("e")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_circle_of_links_ends_the_task()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("s/deep/a.txt", "a");
        File.CreateSymbolicLink(stage.Source.At("s", "deep", "up"), "..");

        var task = await stage.RunAsync(stage.Transfer(Item("/s", "/d"), ""","recursive_symlinks":"copy" """));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_SYMLINK");
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_a_missing_file()
    {
        await using var stage = await StartAsync();
        Directory.CreateDirectory(stage.Source.At("s"));
        File.CreateSymbolicLink(stage.Source.At("s", "broken"), "missing");

        var copied = await stage.RunAsync(stage.Transfer(Item("/s", "/d"), ""","recursive_symlinks":"copy" """));
        var kept = await stage.TransferAsync(Item("/s", "/d"), ""","recursive_symlinks":"keep" """);

        copied.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("FILE_NOT_FOUND");
        kept.GetProperty("symlinks").GetInt32().ShouldBe(1);
        new FileInfo(stage.Destination.At("d", "broken")).LinkTarget.ShouldBe("missing");
    }

    [Theory]
    [InlineData("/link.txt", "/a.txt")]
    [InlineData("/folder-link/", "/d")]
    public async Task A_link_that_is_an_item_is_followed(string from, string to)
    {
        await using var stage = await StartAsync();
        stage.Source.Write("folder/a.txt", "a");
        File.CreateSymbolicLink(stage.Source.At("link.txt"), "folder/a.txt");
        File.CreateSymbolicLink(stage.Source.At("folder-link"), "folder");

        await stage.TransferAsync(Item(from, to));

        Tree(stage.Destination).ShouldBe(to == "/d" ? "d/a.txt" : "a.txt");
    }

    [Fact]
    public async Task A_link_at_the_destination_is_no_way_out()
    {
        await using var stage = await StartAsync();
        using var outside = new TestFolder();
        var secret = outside.Write("target.txt", "untouched");
        stage.Source.Write("s/file", "overwritten?");
        stage.Source.Write("s/folder/new.txt", "new");
        Directory.CreateDirectory(stage.Destination.At("d"));
        File.CreateSymbolicLink(stage.Destination.At("d", "file"), secret);
        Directory.CreateSymbolicLink(stage.Destination.At("e"), outside.FullName);
        Directory.CreateDirectory(stage.Destination.At("f"));
        Directory.CreateSymbolicLink(stage.Destination.At("f", "folder"), outside.FullName);

        foreach (var (from, to) in new[] { ("/s", "/d"), ("/s/file", "/d/file"), ("/s", "/e"), ("/s/file", "/e/x"), ("/s/folder", "/f/folder"), ("/s", "/f") })
        {
            var task = await stage.RunAsync(stage.Transfer(Item(from, to)));
            task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("PERMISSION_DENIED", $"{from} to {to}");
        }

        Tree(outside).ShouldBe("target.txt");
        (await File.ReadAllTextAsync(secret, TestContext.Current.CancellationToken)).ShouldBe("untouched");
    }

    [Fact]
    public async Task Extra_links_and_deleted_links_are_removed_not_followed()
    {
        await using var stage = await StartAsync();
        using var outside = new TestFolder();
        outside.Write("precious.txt", "precious");
        stage.Source.Write("s/a.txt", "a");
        Directory.CreateDirectory(stage.Destination.At("d"));
        Directory.CreateSymbolicLink(stage.Destination.At("d", "extra"), outside.FullName);
        stage.Destination.Write("x/y/z.txt", "z");
        Directory.CreateSymbolicLink(stage.Destination.At("x", "y", "link"), outside.FullName);
        Directory.CreateSymbolicLink(stage.Destination.At("single"), outside.FullName);

        await stage.TransferAsync(Item("/s", "/d"), ""","delete_destination_extra":true""");
        var deleted = await stage.RunAsync(stage.Delete($"{DeleteItem("/x")},{DeleteItem("/single")}", ""","recursive":true"""));

        deleted.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        Entries(stage).ShouldBe("d d/a.txt");
        Tree(outside).ShouldBe("precious.txt");
    }

    [Fact]
    public async Task A_link_itself_can_be_an_item()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        File.CreateSymbolicLink(stage.Source.At("link"), "a.txt");
        const string Link = """{"DATA_TYPE":"transfer_symlink_item","source_path":"/link","destination_path":"/new/link"}""";

        await stage.TransferAsync(Link);
        var noLink = await stage.RunAsync(stage.Transfer(Link.Replace("/link\",", "/a.txt\",", StringComparison.Ordinal)));

        new FileInfo(stage.Destination.At("new", "link")).LinkTarget.ShouldBe("a.txt");
        noLink.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("NOT_A_SYMLINK");
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("folder")]
    [InlineData("nowhere")]
    public async Task A_link_takes_the_place_of_another_one(string before)
    {
        await using var stage = await StartAsync();
        File.CreateSymbolicLink(stage.Source.At("link"), "new");
        stage.Destination.Write("a.txt", "stays");
        stage.Destination.Write("folder/b.txt", "stays");
        File.CreateSymbolicLink(stage.Destination.At("link"), before);

        await stage.TransferAsync("""{"DATA_TYPE":"transfer_symlink_item","source_path":"/link","destination_path":"/link"}""");

        new FileInfo(stage.Destination.At("link")).LinkTarget.ShouldBe("new");
        Tree(stage.Destination).ShouldBe("a.txt folder/b.txt link");
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("folder")]
    [InlineData("nowhere")]
    public async Task A_link_takes_the_place_of_a_file(string target)
    {
        await using var stage = await StartAsync();
        File.CreateSymbolicLink(stage.Source.At("link"), target);
        stage.Destination.Write("a.txt", "stays");
        stage.Destination.Write("folder/b.txt", "stays");
        stage.Destination.Write("link", "gives way");

        await stage.TransferAsync("""{"DATA_TYPE":"transfer_symlink_item","source_path":"/link","destination_path":"/link"}""");

        new FileInfo(stage.Destination.At("link")).LinkTarget.ShouldBe(target);
        Directory.GetFileSystemEntries(stage.Destination.FullName).Select(Path.GetFileName).ShouldBe(["a.txt", "folder", "link"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_there_stays_when_the_link_cannot_be_made(bool isLink)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The text of a link has another limit elsewhere.");
        await using var stage = await StartAsync();
        var root = stage.User.Folder(stage.SourceId);
        File.CreateSymbolicLink(stage.Source.At("link"), $"{root}/{string.Concat(Enumerable.Repeat("abc/", (4090 - root.Length) / 4))}");
        var folder = string.Concat(Enumerable.Repeat("d/", 50));
        Directory.CreateDirectory(stage.Destination.At(folder));
        var present = stage.Destination.At(folder, "link");
        if (isLink)
        {
            File.CreateSymbolicLink(present, "before");
        }
        else
        {
            await File.WriteAllTextAsync(present, "precious", TestContext.Current.CancellationToken);
        }

        var task = await stage.RunAsync(stage.Transfer(
            $$"""{"DATA_TYPE":"transfer_symlink_item","source_path":"/link","destination_path":"/{{folder}}link"}"""));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME");
        new FileInfo(present).LinkTarget.ShouldBe(isLink ? "before" : null);
        Directory.GetFileSystemEntries(stage.Destination.At(folder)).ShouldBe([present]);
    }

    [Fact]
    public async Task A_folder_does_not_give_way_to_a_link()
    {
        await using var stage = await StartAsync();
        File.CreateSymbolicLink(stage.Source.At("link"), "new");
        Directory.CreateDirectory(stage.Destination.At("link"));

        var task = await stage.RunAsync(stage.Transfer("""{"DATA_TYPE":"transfer_symlink_item","source_path":"/link","destination_path":"/link"}"""));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("IS_A_DIRECTORY");
    }

    [Fact]
    public async Task A_link_to_a_folder_above_the_destination_ends_the_task()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("s/a.txt", "a");
        File.CreateSymbolicLink(stage.Source.At("s", "everything"), "..");
        Directory.CreateDirectory(stage.Source.At("d"));

        var task = await stage.RunAsync(stage.Transfer(Item("/s", "/d"), ""","recursive_symlinks":"copy" """)
            .Replace(stage.DestinationId, stage.SourceId, StringComparison.Ordinal));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME");
        Directory.GetFileSystemEntries(stage.Source.At("d")).ShouldHaveSingleItem().ShouldBe(stage.Source.At("d", "a.txt"));
    }

    [Fact]
    public async Task A_link_at_the_destination_does_not_make_the_source_superfluous()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("s/sub/a.txt", "a");
        stage.Source.Write("s/other/b.txt", "b");
        Directory.CreateDirectory(stage.Source.At("d"));
        Directory.CreateSymbolicLink(stage.Source.At("d", "sub"), stage.Source.At("s", "other"));

        var task = await stage.RunAsync(stage.Transfer(Item("/s", "/d"), ""","delete_destination_extra":true""")
            .Replace(stage.DestinationId, stage.SourceId, StringComparison.Ordinal));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME");
        File.Exists(stage.Source.At("s", "other", "b.txt")).ShouldBeTrue();
    }

    private static async Task<TransferStage> StartWithLinksAsync()
    {
        var stage = await StartAsync();
        stage.Source.Write("s/text.txt", "text");
        stage.Source.Write("s/folder/b.txt", "b");
        File.CreateSymbolicLink(stage.Source.At("s", "to-file"), "text.txt");
        Directory.CreateSymbolicLink(stage.Source.At("s", "to-folder"), "folder");
        File.CreateSymbolicLink(stage.Source.At("s", "absolute"), stage.User.Folder(stage.SourceId, "s", "text.txt"));
        return stage;
    }

    /// <summary>Everything below the destination, links with where they lead.</summary>
    private static string Entries(TransferStage stage) => string.Join(
        ' ', new DirectoryInfo(stage.Destination.FullName)
            .EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(entry => Path.GetRelativePath(stage.Destination.FullName, entry.FullName) + (entry.LinkTarget is { } target ? " -> " + target : ""))
            .Where(static path => !path.StartsWith("d/to-folder/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
}
