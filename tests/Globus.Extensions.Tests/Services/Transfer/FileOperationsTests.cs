using System.Net;
using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class FileOperationsTests
{
    private const string Result = """{"DATA_TYPE":"result","code":"Done"}""";

    private static readonly EndpointId Lab = new("lab");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_a_directory_with_all_that_can_be_said_of_it()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[{"name":"a.txt","type":"file","size":3,"last_modified":"2018-04-04 18:30:26+00:00"}],"total":1}""");
        var options = new FileListOptions
        {
            Filters = [FileFields.Name.Like("*.txt"), FileFields.Type.Is("dir")],
            OrderBy = FileFields.Size.Descending,
            ShowHidden = false,
            LocalUser = "u",
            PageSize = 50,
        };

        var file = await transfer.Client.Files.ListAsync(Lab, "/my data/", options).SingleAsync(Cancellation);

        file.Name.ShouldBe("a.txt");
        file.LastModified.ShouldBe(new DateTimeOffset(2018, 4, 4, 18, 30, 26, TimeSpan.Zero));
        transfer.Requests.ShouldBe(
            ["GET /v0.10/operation/endpoint/lab/ls?path=/my data/&filter=name:~*.txt&filter=type:dir&show_hidden=0&local_user=u&orderby=size DESC&limit=50"]);
    }

    [Fact]
    public async Task Sends_each_operation_as_the_service_reads_it()
    {
        using var transfer = new ScriptedTransfer("""{"name":"x","type":"dir"}""", Result, Result, Result);
        var files = transfer.Client.Files;

        (await files.StatAsync(Lab, "/x", "u", Cancellation)).Type.ShouldBe(TransferFileType.Directory);
        (await files.CreateDirectoryAsync(Lab, "~/d/", cancellationToken: Cancellation)).Code.ShouldBe("Done");
        await files.RenameAsync(Lab, "/a", "/b", "u", Cancellation);
        await files.CreateSymlinkAsync(Lab, "/l", "/a", cancellationToken: Cancellation);

        transfer.Requests.ShouldBe(
        [
            "GET /v0.10/operation/endpoint/lab/stat?path=/x&local_user=u", "POST /v0.10/operation/endpoint/lab/mkdir",
            "POST /v0.10/operation/endpoint/lab/rename", "POST /v0.10/operation/endpoint/lab/symlink",
        ]);
        JsonNode.Parse(transfer.Bodies[1]).ShouldBeSame("""{"DATA_TYPE":"mkdir","path":"~/d/"}""");
        JsonNode.Parse(transfer.Bodies[2]).ShouldBeSame("""{"DATA_TYPE":"rename","old_path":"/a","new_path":"/b","local_user":"u"}""");
        JsonNode.Parse(transfer.Bodies[3]).ShouldBeSame("""{"DATA_TYPE":"symlink","path":"/l","symlink_target":"/a"}""");
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "ExternalError.DirListingFailed.GCDisconnected", 1)]
    [InlineData(HttpStatusCode.GatewayTimeout, "EndpointError.X", 1)]
    [InlineData(HttpStatusCode.BadGateway, "Other", 2)]
    public async Task Trouble_of_the_collection_is_not_asked_for_again(HttpStatusCode status, string code, int requests)
    {
        using var transfer = new ScriptedTransfer((index, _) => index == 0
            ? ScriptedTransfer.Json($$"""{"code":"{{code}}"}""", status)
            : ScriptedTransfer.Json("""{"DATA":[]}"""));

        var exception = await Record.ExceptionAsync(async () => await transfer.Client.Files.ListAsync(Lab).ToListAsync(Cancellation));

        transfer.Requests.Count.ShouldBe(requests);
        (exception as TransferApiException)?.Code.ShouldBe(code);
        (exception is null).ShouldBe(requests == 2);
    }

    [Fact]
    public async Task Making_a_directory_is_not_tried_again_when_it_may_have_worked()
    {
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json("{}", HttpStatusCode.InternalServerError));

        await Should.ThrowAsync<TransferApiException>(() => transfer.Client.Files.CreateDirectoryAsync(Lab, "/x", cancellationToken: Cancellation));

        transfer.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Walks_level_by_level_and_follows_no_links()
    {
        using var transfer = Tree();

        var walked = await transfer.Client.Files.WalkAsync(Lab, "/r", cancellationToken: Cancellation).ToListAsync(Cancellation);

        walked.Select(static one => $"{one.Depth} {one.Path}").ShouldBe(["0 /r/a", "0 /r/f", "0 /r/link", "0 /r/b", "1 /r/a/deep", "1 /r/b/g", "2 /r/a/deep/h"]);
        transfer.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Walks_no_deeper_than_told()
    {
        using var transfer = Tree();

        var walked = await transfer.Client.Files.WalkAsync(Lab, "/r/", new FileWalkOptions { MaxDepth = 2 }, Cancellation).ToListAsync(Cancellation);

        walked.Max(static one => one.Depth).ShouldBe(1);
        transfer.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Walks_with_no_more_in_mind_than_told()
    {
        using var transfer = Tree();

        var exception = await Should.ThrowAsync<InvalidOperationException>(async () =>
            await transfer.Client.Files.WalkAsync(Lab, "/r/", new FileWalkOptions { MaxPendingDirectories = 1 }, Cancellation).ToListAsync(Cancellation));

        exception.Message.ShouldContain("More than 1 directories");
    }

    [Fact]
    public async Task Passes_over_directories_that_cannot_be_read_where_that_is_asked_for()
    {
        using var strict = Tree(forbidden: "/r/a/");
        using var lenient = Tree(forbidden: "/r/a/");
        using var hopeless = Tree(forbidden: "/r/");
        var options = new FileWalkOptions { SkipUnreadable = true };

        await Should.ThrowAsync<TransferApiException>(async () => await strict.Client.Files.WalkAsync(Lab, "/r/", cancellationToken: Cancellation).ToListAsync(Cancellation));
        (await lenient.Client.Files.WalkAsync(Lab, "/r/", options, Cancellation).ToListAsync(Cancellation)).Count.ShouldBe(5);
        await Should.ThrowAsync<TransferApiException>(async () => await hopeless.Client.Files.WalkAsync(Lab, "/r/", options, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public void Refuses_what_the_service_would_refuse()
    {
        using var transfer = new ScriptedTransfer();
        var files = transfer.Client.Files;

        Should.Throw<ArgumentException>(() => files.ListAsync(default));
        Should.Throw<ArgumentException>(() => files.ListAsync(Lab, ""));
        Should.Throw<ArgumentException>(() => files.ListAsync(Lab, "/a\0"));
        Should.Throw<ArgumentOutOfRangeException>(() => files.ListAsync(Lab, options: new FileListOptions { PageSize = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => files.ListAsync(Lab, options: new FileListOptions { PageSize = 100_001 }));
        Should.Throw<ArgumentException>(() => files.WalkAsync(Lab, "", cancellationToken: Cancellation));
        Should.Throw<ArgumentOutOfRangeException>(() => files.WalkAsync(Lab, "/", new FileWalkOptions { MaxDepth = 0 }, Cancellation));
        Should.Throw<ArgumentException>(() => { _ = files.StatAsync(Lab, "", cancellationToken: Cancellation); });
        Should.Throw<ArgumentException>(() => { _ = files.RenameAsync(Lab, "/a", "", cancellationToken: Cancellation); });
        Should.Throw<ArgumentException>(() => { _ = files.CreateSymlinkAsync(Lab, "/a", "", cancellationToken: Cancellation); });
        Should.Throw<ArgumentException>(() => { _ = files.StatAsync(default, "/a", cancellationToken: Cancellation); });
        Should.Throw<ArgumentException>(() => { _ = files.CreateDirectoryAsync(default, "/a", cancellationToken: Cancellation); });
        Should.Throw<ArgumentException>(() => { _ = files.RenameAsync(default, "/a", "/b", cancellationToken: Cancellation); });
        Should.Throw<ArgumentException>(() => { _ = files.CreateSymlinkAsync(default, "/a", "/b", cancellationToken: Cancellation); });
        Should.Throw<ArgumentException>(() => files.WalkAsync(default, "/", cancellationToken: Cancellation));
        transfer.Requests.ShouldBeEmpty();
    }

    // /r has a/, f, link (to a directory) and b/; /r/a has deep/, /r/a/deep has h, /r/b has g.
    private static ScriptedTransfer Tree(string? forbidden = null) => new((_, request) =>
    {
        var path = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.RequestUri!.Query)["path"].ToString();
        return path == forbidden
            ? ScriptedTransfer.Json("""{"code":"EndpointPermissionDenied"}""", HttpStatusCode.Forbidden)
            : ScriptedTransfer.Json(path switch
            {
                "/r/" => """{"DATA":[{"name":"a","type":"dir"},{"name":"f","type":"file"},{"name":"link","type":"dir","link_target":"/"},{"name":"b","type":"dir"}]}""",
                "/r/a/" => """{"DATA":[{"name":"deep","type":"dir"}]}""",
                "/r/a/deep/" => """{"DATA":[{"name":"h","type":"file"}]}""",
                "/r/b/" => """{"DATA":[{"name":"g","type":"file"}]}""",
                _ => throw new InvalidOperationException(path),
            });
    });
}
