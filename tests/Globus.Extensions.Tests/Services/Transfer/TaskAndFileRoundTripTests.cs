using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TaskAndFileRoundTripTests
{
    private static readonly TaskWaitOptions Soon = new() { ShortestInterval = TimeSpan.FromMilliseconds(20) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_directory_is_made_listed_renamed_and_linked_to()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var files = transfer.Client.Files;

        (await files.CreateDirectoryAsync(ManagedTransfer.First, "/home/new", cancellationToken: Cancellation)).Code.ShouldBe("DirectoryCreated");
        (await files.RenameAsync(ManagedTransfer.First, "/home/new", "/home/newer", cancellationToken: Cancellation)).Code.ShouldBe("FileRenamed");
        await files.CreateSymlinkAsync(ManagedTransfer.First, "/home/link.txt", "file1.txt", cancellationToken: Cancellation);

        (await files.StatAsync(ManagedTransfer.First, "/home/newer", cancellationToken: Cancellation)).Type.ShouldBe(TransferFileType.Directory);
        (await files.ListAsync(ManagedTransfer.First, "/home/").ToListAsync(Cancellation)).Select(static file => file.Name).ShouldBe(["file1.txt", "file2.txt", "file3.txt", "link.txt", "newer", "results"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_transfer_is_submitted_once_watched_listed_and_read()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var tasks = transfer.Client.Tasks;
        var request = await transfer.Client.PrepareAsync(
            new TransferRequest { SourceEndpoint = ManagedTransfer.First, DestinationEndpoint = ManagedTransfer.Second, Label = "round trip", Items = [new TransferItem("/home/file1.txt", "/home/copy.txt")] }, Cancellation);

        var submitted = await transfer.Client.SubmitTransferAsync(request, Cancellation);

        (await transfer.Client.SubmitTransferAsync(request, Cancellation)).TaskId.ShouldBe(submitted.TaskId);
        (await tasks.WaitAsync(submitted.TaskId, Soon, cancellationToken: Cancellation)).Status.ShouldBe(TransferTaskStatus.Succeeded);
        (await tasks.ListAsync(TaskFields.Label.Is("round trip")).ToListAsync(Cancellation)).ShouldHaveSingleItem().TaskId.ShouldBe(submitted.TaskId);
        (await tasks.ListEventsAsync(submitted.TaskId).ToListAsync(Cancellation))[0].Code.ShouldBe(TaskEventCode.Succeeded);
        (await tasks.GetPauseInfoAsync(submitted.TaskId, Cancellation)).PauseRules.ShouldNotBeNull().ShouldBeEmpty();
        (await tasks.ListSuccessfulTransfersAsync(submitted.TaskId).ToListAsync(Cancellation)).ShouldHaveSingleItem().SourcePath.ShouldBe("/home/file1.txt");
        (await tasks.ListSkippedErrorsAsync(submitted.TaskId).ToListAsync(Cancellation)).ShouldBeEmpty();
        (await tasks.CancelAsync(submitted.TaskId, Cancellation)).Code.ShouldBe("TaskComplete");
        (await transfer.Client.Files.StatAsync(ManagedTransfer.Second, "/home/copy.txt", cancellationToken: Cancellation)).Size.ShouldBe(4);
        await tasks.RemoveAsync(submitted.TaskId, Cancellation);
    }

    [Fact]
    public async Task A_deletion_is_submitted_renamed_while_it_is_held_and_carried_out()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var rule = await transfer.Client.PauseRules.CreateAsync(new PauseRuleCreation { EndpointId = ManagedTransfer.First, Message = "repairs" }, Cancellation);

        var submitted = await transfer.Client.SubmitDeleteAsync(new DeleteRequest { Endpoint = ManagedTransfer.First, Paths = ["/home/file3.txt"] }, Cancellation);
        (await transfer.Client.Tasks.UpdateAsync(submitted.TaskId, new TaskUpdate { Label = "tidy up" }, Cancellation)).Code.ShouldBe("Updated");
        (await transfer.Client.Tasks.GetAsync(submitted.TaskId, Cancellation)).Label.ShouldBe("tidy up");
        await transfer.Client.PauseRules.DeleteAsync(rule.Id, Cancellation);

        (await transfer.Client.Tasks.WaitAsync(submitted.TaskId, Soon, cancellationToken: Cancellation)).Status.ShouldBe(TransferTaskStatus.Succeeded);
        await Should.ThrowAsync<TransferApiException>(() => transfer.Client.Files.StatAsync(ManagedTransfer.First, "/home/file3.txt", cancellationToken: Cancellation));
    }
}
