using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using NSubstitute;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>What a user does in tests of code that calls the operation groups.</summary>
public sealed class ManagementSubstituteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_of_operations_can_be_substituted()
    {
        var transfer = Substitute.For<TransferClient>();
        transfer.Endpoints.GetAsync(Guid.Empty, Arg.Any<CancellationToken>()).Returns(new Endpoint { Id = Guid.Empty, DisplayName = "Substituted" });
        transfer.Manager.Tasks.ListAsync(Arg.Any<ManagedTaskFilter>(), Arg.Any<int?>())
            .Returns(GlobusPageable<TransferTask>.FromPages(new GlobusPage<TransferTask> { Items = [new TransferTask { Label = "substituted" }] }));

        (await transfer.Endpoints.GetAsync(Guid.Empty, Cancellation)).DisplayName.ShouldBe("Substituted");
        (await transfer.Manager.Tasks.ListAsync().SingleAsync(Cancellation)).Label.ShouldBe("substituted");
    }

    [Fact]
    public void The_groups_of_a_client_stay_the_same()
    {
        using var script = new ScriptedTransfer();

        script.Client.BookmarksV2.ShouldBeSameAs(script.Client.BookmarksV2);
        script.Client.Manager.Tasks.ShouldBeSameAs(script.Client.Manager.Tasks);
    }
}
