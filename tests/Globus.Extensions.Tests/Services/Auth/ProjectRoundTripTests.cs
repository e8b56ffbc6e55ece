using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class ProjectRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_is_created_read_listed_changed_and_deleted()
    {
        await using var globus = await ManagedGlobus.StartAsync();
        var projects = globus.Auth.Projects;

        var created = await projects.CreateAsync(
            new ProjectCreation { DisplayName = "Engines", ContactEmail = "ada@example.org", AdminIds = [globus.Ada] }, Cancellation);
        created.Id.TryGetGuid(out _).ShouldBeTrue();
        created.DisplayName.ShouldBe("Engines");
        created.ContactEmail.ShouldBe("ada@example.org");
        created.AdminIds.ShouldBe([globus.Ada]);
        var admin = created.Admins!.Identities.ShouldHaveSingleItem();
        admin.Id.ShouldBe(globus.Ada);
        admin.Username.ShouldBe("ada@example.org");
        admin.Status.ShouldBe(IdentityStatus.Used);

        (await projects.GetAsync(created.Id, Cancellation)).DisplayName.ShouldBe("Engines");
        (await projects.GetAllAsync(Cancellation)).Select(static project => project.Id).ShouldContain(created.Id);

        GroupId group = ServiceClients.EngineBuilders;
        var changed = await projects.UpdateAsync(created.Id, new ProjectUpdate { DisplayName = "Analytical engines", AdminGroupIds = [group] }, Cancellation);
        changed.DisplayName.ShouldBe("Analytical engines");
        changed.ContactEmail.ShouldBe("ada@example.org");
        changed.AdminIds.ShouldBe([globus.Ada]);
        changed.AdminGroupIds.ShouldBe([group]);
        changed.Admins!.Groups.ShouldHaveSingleItem().Id.ShouldBe(group);

        (await projects.DeleteAsync(created.Id, Cancellation))!.DisplayName.ShouldBe("Analytical engines");
        (await Should.ThrowAsync<AuthApiException>(() => projects.GetAsync(created.Id, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_project_without_administrators_is_refused_by_the_service()
    {
        await using var globus = await ManagedGlobus.StartAsync();

        var exception = await Should.ThrowAsync<AuthApiException>(
            () => globus.Auth.Projects.CreateAsync(new ProjectCreation { DisplayName = "Nobody's", ContactEmail = "ada@example.org" }, Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Without_the_scope_the_service_refuses()
    {
        await using var globus = await ManagedGlobus.StartAsync();

        var exception = await Should.ThrowAsync<AuthApiException>(() => globus.ClientWith("openid").Projects.GetAllAsync(Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
