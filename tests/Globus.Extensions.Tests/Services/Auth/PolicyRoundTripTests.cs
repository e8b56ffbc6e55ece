using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class PolicyRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_policy_is_created_read_listed_changed_and_deleted()
    {
        await using var globus = await ManagedGlobus.StartAsync();
        var policies = globus.Auth.Policies;
        var project = await globus.CreateProjectAsync();

        var created = await policies.CreateAsync(
            new PolicyCreation
            {
                ProjectId = project.Id,
                DisplayName = "Ours only",
                Description = "Only people of example.org",
                HighAssurance = true,
                AuthenticationAssuranceTimeout = TimeSpan.FromMinutes(5),
                RequiredMfa = false,
                DomainConstraintsInclude = new(["example.org"]),
            },
            Cancellation);
        created.Id.TryGetGuid(out _).ShouldBeTrue();
        created.ProjectId.ShouldBe(project.Id);
        created.HighAssurance.ShouldBe(true);
        created.AuthenticationAssuranceTimeout.ShouldBe(TimeSpan.FromMinutes(5));
        created.DomainConstraintsInclude.ShouldBe(["example.org"]);
        created.DomainConstraintsExclude.ShouldBeNull();

        (await policies.GetAsync(created.Id, Cancellation)).Description.ShouldBe("Only people of example.org");
        (await policies.GetAllAsync(Cancellation)).ShouldHaveSingleItem().Id.ShouldBe(created.Id);

        var unconstrained = await policies.UpdateAsync(created.Id, new PolicyUpdate { DomainConstraintsInclude = null, DomainConstraintsExclude = new([]) }, Cancellation);
        unconstrained.DomainConstraintsInclude.ShouldBeNull();
        unconstrained.DomainConstraintsExclude.ShouldBe([]);
        unconstrained.DisplayName.ShouldBe("Ours only");

        (await policies.DeleteAsync(created.Id, Cancellation))!.Id.ShouldBe(created.Id);
        (await Should.ThrowAsync<AuthApiException>(() => policies.GetAsync(created.Id, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
