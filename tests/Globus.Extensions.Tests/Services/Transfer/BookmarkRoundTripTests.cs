using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class BookmarkRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bookmark_is_created_read_listed_renamed_and_deleted()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var bookmarks = transfer.Client.Bookmarks;
        var creation = new BookmarkCreation { Name = "results", EndpointId = ManagedTransfer.First, Path = "/home/results/" };

        var created = await bookmarks.CreateAsync(creation, Cancellation);

        created.Path.ShouldBe("/home/results/");
        (await bookmarks.GetAsync(created.Id, Cancellation)).EndpointId.ShouldBe(ManagedTransfer.First);
        (await Should.ThrowAsync<TransferApiException>(() => bookmarks.CreateAsync(creation, Cancellation))).Code.ShouldNotBeNullOrEmpty();
        (await bookmarks.UpdateAsync(created.Id, new BookmarkUpdate { Name = "outcomes" }, Cancellation)).Name.ShouldBe("outcomes");
        (await bookmarks.GetAllAsync(Cancellation)).ShouldHaveSingleItem().Name.ShouldBe("outcomes");
        (await bookmarks.DeleteAsync(created.Id, Cancellation))!.Code.ShouldBe("Deleted");
        (await Should.ThrowAsync<TransferApiException>(() => bookmarks.GetAsync(created.Id, Cancellation))).Code.ShouldBe("BookmarkNotFound");
    }

    [Fact]
    public async Task A_bookmark_of_version_2_is_created_read_listed_changed_and_deleted()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var bookmarks = transfer.Client.BookmarksV2;

        var created = await bookmarks.CreateAsync(new BookmarkV2Creation { Name = "results", CollectionId = ManagedTransfer.First, Path = "/home/results/" }, Cancellation);

        created.CollectionId.ShouldBe(ManagedTransfer.First);
        (await bookmarks.GetAsync(created.Id, includeCollection: true, Cancellation)).Collection!.DisplayName.ShouldBe("Emulator Collection 1");
        (await bookmarks.UpdateAsync(created.Id, new BookmarkV2Update { Name = "outcomes", Path = "/home/" }, Cancellation)).Path.ShouldBe("/home/");
        var listed = (await bookmarks.ListAsync().ToListAsync(Cancellation)).ShouldHaveSingleItem();
        listed.Name.ShouldBe("outcomes");
        listed.Collection.ShouldBeNull();
        await bookmarks.DeleteAsync(created.Id, Cancellation);
        await Should.ThrowAsync<TransferApiException>(() => bookmarks.GetAsync(created.Id, cancellationToken: Cancellation));
    }
}
