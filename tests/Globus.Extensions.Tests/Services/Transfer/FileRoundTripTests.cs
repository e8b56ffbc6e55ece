using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>Files and directories at the emulator, whose collections hold real ones.</summary>
public sealed class FileRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_directory_is_made_listed_renamed_and_linked_to()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var files = transfer.Client.Files;

        (await files.CreateDirectoryAsync(ManagedTransfer.First, "/home/new", cancellationToken: Cancellation)).Code.ShouldBe("DirectoryCreated");
        (await files.RenameAsync(ManagedTransfer.First, "/home/new", "/home/newer", cancellationToken: Cancellation)).Code.ShouldBe("FileRenamed");
        (await files.RenameAsync(ManagedTransfer.First, "/home/file1.txt", "/home/newer/one.txt", cancellationToken: Cancellation)).Code.ShouldBe("FileRenamed");
        await files.CreateSymlinkAsync(ManagedTransfer.First, "/home/newer/link", "one.txt", cancellationToken: Cancellation);

        (await files.StatAsync(ManagedTransfer.First, "/home/newer", cancellationToken: Cancellation)).Type.ShouldBe(TransferFileType.Directory);
        (await files.StatAsync(ManagedTransfer.First, "/home/newer/one.txt", cancellationToken: Cancellation)).Size.ShouldBe(4);
        (await files.ListAsync(ManagedTransfer.First, "/home/").Select(static file => file.Name).ToListAsync(Cancellation))
            .ShouldBe(["file2.txt", "file3.txt", "newer", "results"], ignoreOrder: true);
        var listed = await files.ListAsync(ManagedTransfer.First, "/home/newer/", new FileListOptions { OrderBy = FileFields.Name.Ascending, PageSize = 1 }).ToListAsync(Cancellation);
        listed.Select(static file => file.Name).ShouldBe(["link", "one.txt"]);
        listed[0].LinkTarget.ShouldNotBeNull();
        listed[1].Type.ShouldBe(TransferFileType.File);
    }

    [Fact]
    public async Task A_directory_is_listed_in_part_and_walked_through_whole()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var files = transfer.Client.Files;
        var large = new FileListOptions { Filters = [FileFields.Name.Like("*2.txt"), FileFields.Size.GreaterThan(5).And(FileFields.Type.Is("file"))] };

        (await files.ListAsync(ManagedTransfer.First, "/", new FileListOptions { ShowHidden = false }).Select(static file => file.Name).ToListAsync(Cancellation)).ShouldNotContain(".profile");
        (await files.ListAsync(ManagedTransfer.First, "/home/", large).Select(static file => file.Name).ToListAsync(Cancellation)).ShouldBe(["file2.txt", "file3.txt"], ignoreOrder: true);
        (await files.WalkAsync(ManagedTransfer.First, "/home/", cancellationToken: Cancellation).Select(static one => one.Path).ToListAsync(Cancellation)).ShouldBe(
            ["/home/file1.txt", "/home/file2.txt", "/home/file3.txt", "/home/results", "/home/results/2026-01.csv", "/home/results/2026-02.csv"], ignoreOrder: true);
    }
}
