using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class SharedEndpointRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guest_collection_is_created_and_listed()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var shared = transfer.Client.SharedEndpoints;
        var creation = new GuestCollectionCreation { HostEndpointId = ManagedTransfer.First, HostPath = "/home/results/", DisplayName = "Results" };

        var created = await shared.CreateAsync(creation, Cancellation);

        created.GlobusConnectSetupKey.ShouldBeNull();
        (await shared.ListAsync(ManagedTransfer.First, pageSize: 1).ToListAsync(Cancellation)).Select(static one => one.Id).ShouldBe([ManagedTransfer.Guest, created.Id], ignoreOrder: true);
        (await shared.GetMineAsync(ManagedTransfer.First, Cancellation)).Select(static one => one.Id).ShouldContain(created.Id);
        var guest = await transfer.Client.Endpoints.GetAsync(created.Id, Cancellation);
        guest.EntityType.ShouldBe(EndpointEntityType.GcpGuestCollection);
        guest.HostPath.ShouldBe("/home/results/");
        await Should.ThrowAsync<TransferApiException>(() => shared.CreateAsync(creation, Cancellation));
    }
}
