using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TunnelRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_access_points_are_listed_and_read()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var accessPoints = transfer.Client.StreamAccessPoints;

        var all = await accessPoints.ListAsync(pageSize: 1).ToListAsync(Cancellation);

        all.Count.ShouldBeGreaterThan(1);
        (await accessPoints.GetAsync(all[0].Id, Cancellation)).DisplayName.ShouldBe(all[0].DisplayName);
        all[0].HostEndpointId.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var tunnels = transfer.Client.Tunnels;
        var ends = await transfer.Client.StreamAccessPoints.ListAsync().ToListAsync(Cancellation);
        var creation = new TunnelCreation { InitiatorId = ends[0].Id, ListenerId = ends[1].Id, Label = "stream", Lifetime = TimeSpan.FromMinutes(10) };

        var created = await tunnels.CreateAsync(creation, Cancellation);

        (await tunnels.CreateAsync(creation, Cancellation)).Id.ShouldBe(created.Id);
        created.SubmissionId.ShouldBe(creation.SubmissionId);
        created.Lifetime.ShouldBe(TimeSpan.FromMinutes(10));
        created.OwnerId.ShouldBe(transfer.Ada);
        (await tunnels.UpdateAsync(created.Id, new TunnelUpdate { Label = "river", ListenerIpAddress = "127.0.0.1", ListenerPort = 5000 }, Cancellation)).Label.ShouldBe("river");
        (await tunnels.GetAsync(created.Id, Cancellation)).ListenerPort.ShouldBe(5000);
        (await tunnels.ListAsync().ToListAsync(Cancellation)).ShouldHaveSingleItem().Id.ShouldBe(created.Id);
        (await tunnels.ListEventsAsync(created.Id).ToListAsync(Cancellation)).ShouldNotBeEmpty();
        await Should.ThrowAsync<TransferApiException>(() => tunnels.DeleteAsync(created.Id, Cancellation));
        (await tunnels.StopAsync(created.Id, Cancellation)).State.ShouldBe(TunnelState.Stopping);
        await tunnels.DeleteAsync(created.Id, Cancellation);
        await Should.ThrowAsync<TransferApiException>(() => tunnels.GetAsync(created.Id, Cancellation));
    }
}
