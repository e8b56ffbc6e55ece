using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class EndpointRoleRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_is_given_read_listed_and_taken_away()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var roles = transfer.Client.Roles;

        var given = await roles.CreateAsync(
            ManagedTransfer.First, EndpointRoleCreation.ForIdentity(transfer.Grace, EndpointRoleType.ActivityMonitor), Cancellation);

        given.Role.ShouldBe(EndpointRoleType.ActivityMonitor);
        (await roles.GetAsync(ManagedTransfer.First, given.Id, Cancellation)).Principal.ShouldBe(transfer.Grace.Value);
        (await roles.GetAllAsync(ManagedTransfer.First, Cancellation)).Select(static role => role.Id).ShouldContain(given.Id);
        (await roles.DeleteAsync(ManagedTransfer.First, given.Id, Cancellation))!.Code.ShouldBe("Deleted");
        (await Should.ThrowAsync<TransferApiException>(() => roles.GetAsync(ManagedTransfer.First, given.Id, Cancellation))).Code.ShouldBe("RoleNotFound");
    }

    [Fact]
    public void A_role_for_a_group_names_the_group() => EndpointRoleCreation.ForGroup(new("g"), EndpointRoleType.Administrator)
        .ShouldBe(new EndpointRoleCreation { PrincipalType = PrincipalType.Group, Principal = "g", Role = EndpointRoleType.Administrator });
}
