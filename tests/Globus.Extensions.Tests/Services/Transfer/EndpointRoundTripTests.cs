using System.Net;
using Globus.Extensions.Emulator;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class EndpointRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collection_is_read_with_its_servers()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var endpoints = transfer.Client.Endpoints;

        var collection = await endpoints.GetAsync(ManagedTransfer.First, Cancellation);
        collection.Id.ShouldBe(ManagedTransfer.First);
        collection.EntityType.ShouldBe(EndpointEntityType.GcpMappedCollection);
        collection.OwnerId.ShouldBe(transfer.Ada);
        collection.MyEffectiveRoles.ShouldNotBeNull().ShouldContain(EndpointRoleType.Administrator);

        var server = (await endpoints.GetServersAsync(ManagedTransfer.First, Cancellation)).ShouldHaveSingleItem();
        (await endpoints.GetServerAsync(ManagedTransfer.First, server.Id!.Value, Cancellation)).Uri.ShouldBe(server.Uri);
        (await Should.ThrowAsync<TransferApiException>(() => endpoints.GetAsync(Guid.NewGuid(), Cancellation))).Code.ShouldBe("EndpointNotFound");
    }

    [Fact]
    public async Task Collections_are_searched_page_by_page()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var search = new EndpointSearch { Fulltext = "emulator" };

        var all = await transfer.Client.Endpoints.SearchAsync(search).ToListAsync(Cancellation);
        var pages = await transfer.Client.Endpoints.SearchAsync(search, pageSize: 2).AsPages(cancellationToken: Cancellation).ToListAsync(Cancellation);
        var guests = await transfer.Client.Endpoints.SearchAsync(new EndpointSearch { Scope = EndpointSearchScope.SharedByMe, EntityType = EndpointEntityType.GcpGuestCollection }).ToListAsync(Cancellation);

        all.Count.ShouldBeGreaterThan(3);
        pages.ShouldAllBe(static page => page.Items.Count <= 2);
        pages.SelectMany(static page => page.Items).Select(static endpoint => endpoint.Id).ShouldBe(all.Select(static endpoint => endpoint.Id));
        guests.ShouldHaveSingleItem().Id.ShouldBe(ManagedTransfer.Guest);
    }

    [Fact]
    public async Task A_personal_collection_is_created_changed_and_deleted()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var endpoints = transfer.Client.Endpoints;

        var created = await endpoints.CreateAsync(new GcpMappedCollectionCreation { DisplayName = "laptop", Description = "on a desk" }, Cancellation);
        created.GlobusConnectSetupKey.ShouldNotBeNullOrEmpty();
        created.Code.ShouldBe("Created");

        (await endpoints.UpdateAsync(created.Id, new EndpointUpdate { DisplayName = "notebook", Description = null }, Cancellation)).Code.ShouldBe("Updated");
        var changed = await endpoints.GetAsync(created.Id, Cancellation);
        changed.DisplayName.ShouldBe("notebook");
        changed.Description.ShouldBeNull();

        (await endpoints.DeleteAsync(created.Id, Cancellation))!.Code.ShouldBe("Deleted");
        var gone = await Should.ThrowAsync<TransferApiException>(() => endpoints.GetAsync(created.Id, Cancellation));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        gone.Code.ShouldBe("EndpointDeleted");
    }

    [Fact]
    public async Task A_collection_is_put_under_a_subscription_and_vouched_for()
    {
        var seed = EmulatorSeed.CreateDefault();
        var subscribers = seed.Groups.Single(static group => group.Subscription is not null);
        // Who puts a collection under a subscription is a member of the group that provides it, and who vouches for it an admin there.
        await using var transfer = await ManagedTransfer.StartAsync(new GlobusEmulatorOptions
        {
            Seed = seed with { Groups = [.. seed.Groups.Except([subscribers]), subscribers with { Memberships = [new() { Identity = EmulatedGlobus.Ada, Role = "admin" }] }] },
        });
        var endpoints = transfer.Client.Endpoints;
        SubscriptionId subscription = subscribers.Subscription!.Id;

        (await endpoints.SetSubscriptionAsync(ManagedTransfer.First, subscription, Cancellation)).Code.ShouldBe("Updated");
        (await endpoints.SetSubscriptionAdminVerifiedAsync(ManagedTransfer.First, isVerified: true, Cancellation)).Code.ShouldBe("Updated");
        var under = await endpoints.GetAsync(ManagedTransfer.First, Cancellation);
        under.SubscriptionId.ShouldBe(subscription);
        under.SubscriptionAdminVerified.ShouldBe(true);

        await endpoints.SetSubscriptionAsync(ManagedTransfer.First, null, Cancellation);
        (await endpoints.GetAsync(ManagedTransfer.First, Cancellation)).SubscriptionId.ShouldBeNull();
    }
}
