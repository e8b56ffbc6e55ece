using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class EndpointManagerRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_manages_endpoints_reads_them_and_what_they_host()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var manager = transfer.Client.Manager;

        (await manager.GetMonitoredEndpointsAsync(Cancellation)).Select(static endpoint => endpoint.Id).ShouldContain(ManagedTransfer.First);
        (await manager.GetEndpointAsync(ManagedTransfer.First, Cancellation)).Id.ShouldBe(ManagedTransfer.First);
        (await manager.GetHostedEndpointsAsync(ManagedTransfer.First, Cancellation)).ShouldHaveSingleItem().Id.ShouldBe(ManagedTransfer.Guest);
        (await manager.GetAccessRulesAsync(ManagedTransfer.Guest, Cancellation)).Count.ShouldBe(2);
        (await Should.ThrowAsync<TransferApiException>(() => manager.GetHostedEndpointsAsync(ManagedTransfer.Guest, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Who_manages_endpoints_sees_a_task_and_what_became_of_it()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var tasks = transfer.Client.Manager.Tasks;
        var id = await SubmitAsync(transfer);
        await transfer.Client.Tasks.WaitAsync(id, new TaskWaitOptions { ShortestInterval = TimeSpan.FromMilliseconds(20) }, cancellationToken: Cancellation);

        (await tasks.GetAsync(id, Cancellation)).Status.ShouldBe(TransferTaskStatus.Succeeded);
        (await tasks.ListAsync(new ManagedTaskFilter { EndpointId = ManagedTransfer.Second, EndpointUse = EndpointUse.Destination }).ToListAsync(Cancellation)).ShouldHaveSingleItem().TaskId.ShouldBe(id);
        (await tasks.ListAsync(new ManagedTaskFilter { TaskIds = [id] }).ToListAsync(Cancellation)).ShouldHaveSingleItem().OwnerId.ShouldBe(transfer.Ada);
        (await tasks.ListEventsAsync(id).ToListAsync(Cancellation))[0].Code.ShouldBe(TaskEventCode.Succeeded);
        (await tasks.ListEventsAsync(id, errorsOnly: true).ToListAsync(Cancellation)).ShouldBeEmpty();
        (await tasks.GetPauseInfoAsync(id, Cancellation)).PauseRules.ShouldNotBeNull().ShouldBeEmpty();
        (await tasks.ListSuccessfulTransfersAsync(id).ToListAsync(Cancellation)).ShouldHaveSingleItem().DestinationPath.ShouldBe("/home/copy.txt");
        (await tasks.ListSkippedErrorsAsync(id).ToListAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_manages_endpoints_pauses_resumes_and_cancels_tasks()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var tasks = transfer.Client.Manager.Tasks;
        // A rule holds the task, so that it is unfinished for as long as the test needs it.
        await transfer.Client.PauseRules.CreateAsync(new PauseRuleCreation { EndpointId = ManagedTransfer.Second, Message = "repairs" }, Cancellation);
        var id = await SubmitAsync(transfer);

        (await tasks.PauseAsync([id], "wait", Cancellation)).Code.ShouldBe("PauseAccepted");
        (await tasks.GetAsync(id, Cancellation)).IsPaused.ShouldBe(true);
        (await tasks.ResumeAsync([id], Cancellation)).Code.ShouldBe("ResumeAccepted");
        var cancellation = await tasks.CancelAsync([id], "enough", Cancellation);
        (await tasks.GetCancellationAsync(cancellation.Id, Cancellation)).Id.ShouldBe(cancellation.Id);
        (await tasks.WaitForCancellationAsync(cancellation.Id, TimeSpan.FromMilliseconds(20), Cancellation)).Done.ShouldBe(true);
        var cancelled = await tasks.GetAsync(id, Cancellation);
        cancelled.Status.ShouldBe(TransferTaskStatus.Failed);
        cancelled.CanceledByAdminMessage.ShouldBe("enough");
    }

    private static async Task<TransferTaskId> SubmitAsync(ManagedTransfer transfer)
    {
        var submitted = await transfer.Client.SubmitTransferAsync(
            new TransferRequest { SourceEndpoint = ManagedTransfer.First, DestinationEndpoint = ManagedTransfer.Second, Items = [new TransferItem("/home/file1.txt", "/home/copy.txt")] }, Cancellation);
        return submitted.TaskId;
    }
}
