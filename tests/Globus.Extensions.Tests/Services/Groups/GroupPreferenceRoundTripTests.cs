using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services.Groups;

public sealed class GroupPreferenceRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_does_not_want_to_be_added_is_invited()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();

        (await globus.Robot.Preferences.GetAsync(Cancellation))[globus.RobotId].AllowAdd.ShouldBeNull();
        (await globus.Robot.Preferences.SetAsync(globus.RobotId, new GroupPreferences { AllowAdd = false }, Cancellation))[globus.RobotId].AllowAdd.ShouldBe(false);
        var refused = await Should.ThrowAsync<MembershipActionException>(() => globus.Person.Memberships.AddAsync(group.Id, globus.RobotId, cancellationToken: Cancellation));
        await globus.Person.Memberships.InviteAsync(group.Id, globus.RobotId, cancellationToken: Cancellation);

        refused.Failures.ShouldHaveSingleItem().Code.ShouldBe("ADD_NOT_ALLOWED");
    }

    [Fact]
    public async Task A_preference_is_taken_back_by_null()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        await globus.Person.Preferences.SetAsync(globus.PersonId, new GroupPreferences { AllowAdd = true }, Cancellation);

        var taken = await globus.Person.Preferences.SetAsync(new Dictionary<Principals.IdentityId, GroupPreferences> { [globus.PersonId] = new() }, Cancellation);

        taken[globus.PersonId].AllowAdd.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_prefers_for_others()
    {
        await using var globus = await EmulatedGroups.StartAsync();

        var exception = await Should.ThrowAsync<GroupsApiException>(() => globus.Person.Preferences.SetAsync(globus.OtherId, new GroupPreferences { AllowAdd = false }, Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
