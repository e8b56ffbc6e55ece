using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;
using NSubstitute;

namespace Globus.Extensions.Tests.Services;

/// <summary>What a user does in tests of code that calls Globus.</summary>
public class SubstituteTests
{
    [Fact]
    public async Task The_groups_client_can_be_substituted()
    {
        var groups = Substitute.For<GroupsClient>();
        groups.GetMyGroupsAsync(Arg.Any<IEnumerable<GroupMembershipStatus>?>(), Arg.Any<CancellationToken>())
            .Returns([new Group { Id = new GroupId("one"), Name = "Substituted" }]);

        var mine = await groups.GetMyGroupsAsync(cancellationToken: TestContext.Current.CancellationToken);

        mine.ShouldHaveSingleItem().Name.ShouldBe("Substituted");
    }

    [Fact]
    public async Task A_group_can_be_returned_for_its_id_alone()
    {
        var groups = Substitute.For<GroupsClient>();
        groups.GetGroupAsync(ServiceClients.EngineBuilders, cancellationToken: TestContext.Current.CancellationToken)
            .Returns(new Group { Id = ServiceClients.EngineBuilders });

        var group = await groups.GetGroupAsync(new GroupId(ServiceClients.EngineBuilders.ToString()), cancellationToken: TestContext.Current.CancellationToken);

        group.Id.ShouldBe(ServiceClients.EngineBuilders);
    }

    [Fact]
    public async Task The_other_clients_can_be_substituted()
    {
        var transfer = Substitute.For<TransferClient>();
        var auth = Substitute.For<AuthClient>();
        using var response = new HttpResponseMessage();
        transfer.SendAsync(Arg.Any<HttpRequestMessage>(), Arg.Any<CancellationToken>()).Returns(response);
        auth.GetUserInfoAsync(Arg.Any<CancellationToken>()).Returns(new Globus.Extensions.Services.Auth.UserInfo { Sub = Guid.Empty });
        using var request = new HttpRequestMessage();

        (await transfer.SendAsync(request, TestContext.Current.CancellationToken)).ShouldBeSameAs(response);
        (await auth.GetUserInfoAsync(TestContext.Current.CancellationToken)).Sub.ShouldBe(Guid.Empty);
    }
}
