using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class PauseRuleRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pause_rule_is_created_read_listed_changed_and_deleted()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var rules = transfer.Client.PauseRules;

        var created = await rules.CreateAsync(new PauseRuleCreation { EndpointId = ManagedTransfer.Second, Message = "repairs", PauseLs = false }, Cancellation);

        created.PauseLs.ShouldBe(false);
        created.PauseTaskTransferWrite.ShouldBe(true);
        created.IdentityId.ShouldBeNull();
        (await rules.GetAsync(created.Id, Cancellation)).Message.ShouldBe("repairs");
        (await rules.UpdateAsync(created.Id, new PauseRuleUpdate { Message = "still repairs" }, Cancellation)).Message.ShouldBe("still repairs");
        (await rules.GetAllAsync(ManagedTransfer.Second, Cancellation)).ShouldHaveSingleItem().Id.ShouldBe(created.Id);
        (await rules.GetAllAsync(ManagedTransfer.First, Cancellation)).ShouldBeEmpty();
        (await transfer.Client.Endpoints.GetMyEffectivePauseRulesAsync(ManagedTransfer.Second, Cancellation)).ShouldHaveSingleItem().Message.ShouldBe("still repairs");
        (await rules.DeleteAsync(created.Id, Cancellation))!.Code.ShouldBe("Deleted");
        (await Should.ThrowAsync<TransferApiException>(() => rules.GetAsync(created.Id, Cancellation))).Code.ShouldBe("PauseRuleNotFound");
    }
}
