using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using static Globus.Extensions.Tests.Services.Transfer.ManagedTransfer;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>What Globus refuses, as the emulator says it and the library tells it. What is refused before any request stands beside each operation's tests.</summary>
public sealed class BadInputTests
{
    private static readonly EndpointId Nowhere = new("00000000-0000-4000-8000-00000000dead");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_path_outside_a_collection()
    {
        await using var transfer = await StartAsync();
        var files = transfer.Client.Files;
        const string outside = "/home/../../etc/passwd";

        await ShouldBeRefusedAsync(() => files.StatAsync(First, outside, cancellationToken: Cancellation), HttpStatusCode.BadRequest, "BadRequest");
        await ShouldBeRefusedAsync(() => files.ListAsync(First, outside).ToListAsync(Cancellation).AsTask(), HttpStatusCode.BadRequest, "BadRequest");
        await ShouldBeRefusedAsync(() => files.RenameAsync(First, "/home/file1.txt", outside, cancellationToken: Cancellation), HttpStatusCode.BadRequest, "BadRequest");
        await ShouldBeRefusedAsync(() => transfer.Client.SubmitTransferAsync(FromFirst(outside), Cancellation), HttpStatusCode.BadRequest, "BadRequest");
        await ShouldBeRefusedAsync(
            () => transfer.Client.SubmitDeleteAsync(new DeleteRequest { Endpoint = First, Paths = [outside] }, Cancellation), HttpStatusCode.BadRequest, "BadRequest");
    }

    [Fact]
    public async Task An_endpoint_that_is_unknown_or_deleted()
    {
        await using var transfer = await StartAsync();
        var deleted = (await transfer.Client.Endpoints.CreateAsync(new GcpMappedCollectionCreation { DisplayName = "laptop" }, Cancellation)).Id;
        await transfer.Client.Endpoints.DeleteAsync(deleted, Cancellation);

        foreach (var (endpoint, code) in new[] { (Nowhere, "EndpointNotFound"), (deleted, "EndpointDeleted") })
        {
            await ShouldBeRefusedAsync(() => transfer.Client.Endpoints.GetAsync(endpoint, Cancellation), HttpStatusCode.NotFound, code);
            await ShouldBeRefusedAsync(() => transfer.Client.AccessRules.GetAllAsync(endpoint, Cancellation), HttpStatusCode.NotFound, code);
            await ShouldBeRefusedAsync(() => transfer.Client.Files.ListAsync(endpoint).ToListAsync(Cancellation).AsTask(), HttpStatusCode.NotFound, code);
            await ShouldBeRefusedAsync(
                () => transfer.Client.SubmitTransferAsync(FromFirst("/home/file1.txt") with { DestinationEndpoint = endpoint }, Cancellation), HttpStatusCode.NotFound, code);
            await ShouldBeRefusedAsync(
                () => transfer.Client.SubmitDeleteAsync(new DeleteRequest { Endpoint = endpoint, Paths = ["/x"] }, Cancellation), HttpStatusCode.NotFound, code);
        }
    }

    [Fact]
    public async Task What_there_is_no_permission_for()
    {
        await using var transfer = await StartAsync();
        var stranger = transfer.Stranger;
        var unshared = (await transfer.Client.SharedEndpoints.CreateAsync(
            new GuestCollectionCreation { HostEndpointId = First, HostPath = "/home/results/", DisplayName = "not shared yet" }, Cancellation)).Id;

        await ShouldBeRefusedAsync(() => stranger.Files.ListAsync(unshared).ToListAsync(Cancellation).AsTask(), HttpStatusCode.Forbidden, "EndpointPermissionDenied");
        await ShouldBeRefusedAsync(
            () => stranger.SubmitTransferAsync(FromFirst("/home/file1.txt") with { SourceEndpoint = unshared }, Cancellation), HttpStatusCode.Forbidden, "EndpointPermissionDenied");
        await ShouldBeRefusedAsync(() => stranger.Endpoints.UpdateAsync(First, new EndpointUpdate { DisplayName = "mine" }, Cancellation), HttpStatusCode.Forbidden, "PermissionDenied");
        await ShouldBeRefusedAsync(() => stranger.Roles.GetAllAsync(First, Cancellation), HttpStatusCode.Forbidden, "PermissionDenied");
        await ShouldBeRefusedAsync(
            () => stranger.Manager.Tasks.ListAsync(new ManagedTaskFilter { EndpointId = First }).ToListAsync(Cancellation).AsTask(), HttpStatusCode.Forbidden, "PermissionDenied");
    }

    [Fact]
    public async Task A_rule_that_exists_and_a_bookmark_name_that_is_taken()
    {
        await using var transfer = await StartAsync();
        var rule = AccessRuleCreation.ForIdentity(transfer.Grace, "/", AccessPermissions.Read);
        var bookmark = new BookmarkCreation { Name = "results", EndpointId = First, Path = "/home/results/" };
        await transfer.Client.AccessRules.CreateAsync(Guest, rule, Cancellation);
        await transfer.Client.Bookmarks.CreateAsync(bookmark, Cancellation);

        await ShouldBeRefusedAsync(() => transfer.Client.AccessRules.CreateAsync(Guest, rule, Cancellation), HttpStatusCode.Conflict, "Conflict");
        await ShouldBeRefusedAsync(() => transfer.Client.Bookmarks.CreateAsync(bookmark, Cancellation), HttpStatusCode.Conflict, "Conflict");
    }

    [Fact]
    public async Task A_task_that_is_not_yours_or_nobodys()
    {
        await using var transfer = await StartAsync();
        var submitted = await transfer.Client.SubmitTransferAsync(FromFirst("/home/file1.txt"), Cancellation);

        foreach (var (task, status, code) in new[]
        {
            (submitted.TaskId, HttpStatusCode.Forbidden, "PermissionDenied"),
            (TransferTaskId.FromGuid(Guid.NewGuid()), HttpStatusCode.NotFound, "ClientError.NotFound"),
        })
        {
            var tasks = transfer.Stranger.Tasks;
            (await ShouldBeRefusedAsync(() => tasks.GetAsync(task, Cancellation), status, code)).Message.ShouldContain(task.Value);
            await ShouldBeRefusedAsync(() => tasks.WaitAsync(task, cancellationToken: Cancellation), status, code);
            await ShouldBeRefusedAsync(() => tasks.WatchAsync(task, cancellationToken: Cancellation).ToListAsync(Cancellation).AsTask(), status, code);
            await ShouldBeRefusedAsync(() => tasks.UpdateAsync(task, new TaskUpdate { Label = "mine" }, Cancellation), status, code);
            await ShouldBeRefusedAsync(() => tasks.CancelAsync(task, Cancellation), status, code);
            await ShouldBeRefusedAsync(() => tasks.RemoveAsync(task, Cancellation), status, code);
            await ShouldBeRefusedAsync(() => tasks.ListEventsAsync(task).ToListAsync(Cancellation).AsTask(), status, code);
            await ShouldBeRefusedAsync(() => tasks.ListSuccessfulTransfersAsync(task).ToListAsync(Cancellation).AsTask(), status, code);
            await ShouldBeRefusedAsync(() => tasks.ListSkippedErrorsAsync(task).ToListAsync(Cancellation).AsTask(), status, code);
            await ShouldBeRefusedAsync(() => tasks.GetPauseInfoAsync(task, Cancellation), status, code);
        }

        (await transfer.Stranger.Tasks.ListAsync().CountAsync(Cancellation)).ShouldBe(0);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("no_such_field:x")]
    public async Task A_malformed_filter(string filter)
    {
        await using var transfer = await StartAsync();

        await ShouldBeRefusedAsync(() => transfer.Client.Tasks.ListAsync(filter).ToListAsync(Cancellation).AsTask(), HttpStatusCode.BadRequest, "BadRequest");
        await ShouldBeRefusedAsync(
            () => transfer.Client.Files.ListAsync(First, "/", new FileListOptions { Filters = [filter] }).ToListAsync(Cancellation).AsTask(), HttpStatusCode.BadRequest, "BadRequest");
    }

    [Theory]
    [InlineData("v0.10/task_list?limit=-1")]
    [InlineData("v0.10/endpoint_search?filter_fulltext=x&limit=-1")]
    [InlineData("v0.10/operation/endpoint/c0111ec7-0000-4000-8000-000000000001/ls?limit=-1")]
    public async Task A_negative_limit_which_only_a_request_of_ones_own_can_have(string route)
    {
        await using var transfer = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, route);

        await ShouldBeRefusedAsync(() => transfer.Client.SendAsync(request, Cancellation), HttpStatusCode.BadRequest, "BadRequest");
    }

    [Fact]
    public async Task A_directory_that_exists_and_a_file_that_is_none()
    {
        await using var transfer = await StartAsync();
        var files = transfer.Client.Files;

        await ShouldBeRefusedAsync(() => files.CreateDirectoryAsync(First, "/home/", cancellationToken: Cancellation), HttpStatusCode.BadGateway, "ExternalError.MkdirFailed.Exists");
        await ShouldBeRefusedAsync(
            () => files.ListAsync(First, "/home/file1.txt").ToListAsync(Cancellation).AsTask(), HttpStatusCode.BadGateway, "ExternalError.DirListingFailed.NotDirectory");
        await ShouldBeRefusedAsync(() => files.StatAsync(First, "/home/none", cancellationToken: Cancellation), HttpStatusCode.NotFound, "ClientError.NotFound");
    }

    private static TransferRequest FromFirst(string path) => new() { SourceEndpoint = First, DestinationEndpoint = Second, Items = [new(path, "/home/copy.txt")] };

    private static async Task<TransferApiException> ShouldBeRefusedAsync(Func<Task> call, HttpStatusCode status, string code)
    {
        var exception = await Should.ThrowAsync<TransferApiException>(call);
        (exception.StatusCode, exception.Code).ShouldBe((status, code), exception.Message);
        exception.ApiMessage.ShouldNotBeNullOrEmpty();
        exception.RequestId.ShouldNotBeNullOrEmpty();
        return exception;
    }
}
