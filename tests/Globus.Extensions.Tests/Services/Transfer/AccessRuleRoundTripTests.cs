using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class AccessRuleRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_is_created_read_listed_changed_and_deleted()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var rules = transfer.Client.AccessRules;
        var creation = AccessRuleCreation.ForIdentity(transfer.Grace, "/", AccessPermissions.Read);

        var created = await rules.CreateAsync(ManagedTransfer.Guest, creation, Cancellation);

        created.Code.ShouldBe("Created");
        (await rules.GetAsync(ManagedTransfer.Guest, created.Id, Cancellation)).Permissions.ShouldBe(AccessPermissions.Read);
        (await rules.UpdateAsync(ManagedTransfer.Guest, created.Id, new AccessRuleUpdate { Permissions = AccessPermissions.ReadWrite }, Cancellation)).Code.ShouldBe("Updated");
        var changed = (await rules.GetAllAsync(ManagedTransfer.Guest, Cancellation)).Single(rule => rule.Id == created.Id);
        changed.Permissions.ShouldBe(AccessPermissions.ReadWrite);
        changed.Principal.ShouldBe(transfer.Grace.Value);
        (await Should.ThrowAsync<TransferApiException>(() => rules.CreateAsync(ManagedTransfer.Guest, creation, Cancellation))).Code.ShouldNotBeNullOrEmpty();
        (await rules.DeleteAsync(ManagedTransfer.Guest, created.Id, Cancellation))!.Code.ShouldBe("Deleted");
        (await Should.ThrowAsync<TransferApiException>(() => rules.GetAsync(ManagedTransfer.Guest, created.Id, Cancellation))).Code.ShouldBe("AccessRuleNotFound");
    }
}
