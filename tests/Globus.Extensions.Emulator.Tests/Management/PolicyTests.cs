using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Management;

public sealed class PolicyTests
{
    [Fact]
    public async Task A_policy_is_made_read_changed_and_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        var id = Developer.Id(await ada.CreateAsync(
            "policies",
            "policy",
            $$"""{"project_id":"{{Project}}","display_name":"P","description":"D","high_assurance":true,"authentication_assurance_timeout":25,"required_mfa":true}"""));
        var other = await ada.CreateProjectAsync();
        var changed = await ada.PutAsync($"policies/{id}", $$"""{"policy":{"authentication_assurance_timeout":9100,"project_id":"{{other}}"} }""");
        var read = await ada.GetAsync($"policies/{id}");
        var listed = await ada.GetAsync("policies");
        var deleted = await ada.DeleteAsync($"policies/{id}");

        var policy = read.Json.GetProperty("policy");
        policy.GetProperty("authentication_assurance_timeout").GetInt32().ShouldBe(9100);
        policy.GetProperty("project_id").GetString().ShouldBe(other);
        policy.GetProperty("high_assurance").GetBoolean().ShouldBeTrue();
        policy.GetProperty("required_mfa").GetBoolean().ShouldBeTrue();
        changed.Body.ShouldBe(read.Body);
        deleted.Body.ShouldBe(read.Body);
        listed.Json.GetProperty("policies").GetArrayLength().ShouldBe(1);
        (await ada.GetAsync($"policies/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Domain_constraints_tell_left_out_null_and_empty_apart()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var id = await ada.CreatePolicyAsync();

        (await IncludeAsync("{}")).ShouldBe("null");
        (await IncludeAsync("""{"domain_constraints_include":[]}""")).ShouldBe("[]");
        (await IncludeAsync("{}")).ShouldBe("[]");
        (await IncludeAsync("""{"domain_constraints_include":["globus.org","uchicago.edu"]}""")).ShouldBe("""["globus.org","uchicago.edu"]""");
        (await IncludeAsync("""{"domain_constraints_include":null}""")).ShouldBe("null");

        async Task<string> IncludeAsync(string fields)
        {
            var answer = await ada.PutAsync($"policies/{id}", $$"""{"policy":{{fields}}}""");
            return answer.Json.GetProperty("policy").GetProperty("domain_constraints_include").GetRawText();
        }
    }

    [Fact]
    public async Task High_assurance_is_settled_when_a_policy_is_made()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var id = await ada.CreatePolicyAsync();

        var changed = await ada.PutAsync($"policies/{id}", """{"policy":{"high_assurance":true}}""");
        var same = await ada.PutAsync($"policies/{id}", """{"policy":{"high_assurance":false}}""");

        changed.Status.ShouldBe(HttpStatusCode.BadRequest);
        changed.Body.ShouldContain("policy.high_assurance cannot be changed");
        same.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"display_name":"P","description":"D"}""", "policy.project_id")]
    [InlineData("""{"project_id":"11111111-1111-4111-8111-111111111111","display_name":"P","description":"D"}""", "policy.project_id")]
    [InlineData("""{"project_id":"00000000-0000-4000-a000-0000000ab0de","description":"D"}""", "policy.display_name")]
    [InlineData("""{"project_id":"00000000-0000-4000-a000-0000000ab0de","display_name":"P"}""", "policy.description")]
    [InlineData("""{"project_id":"00000000-0000-4000-a000-0000000ab0de","display_name":"P","description":"D","authentication_assurance_timeout":-1}""", "policy.authentication_assurance_timeout")]
    [InlineData("""{"project_id":"00000000-0000-4000-a000-0000000ab0de","display_name":"P","description":"D","required_mfa":"yes"}""", "policy.required_mfa")]
    [InlineData("""{"project_id":"00000000-0000-4000-a000-0000000ab0de","display_name":"P","description":"D","domain_constraints_exclude":"x"}""", "policy.domain_constraints_exclude")]
    public async Task A_policy_with_a_wrong_field_is_refused_by_its_name(string fields, string field)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        var answer = await ada.PostAsync("policies", $$"""{"policy":{{fields}}}""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("errors")[0].GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(field);
    }

    [Fact]
    public async Task Policies_are_for_the_admins_of_their_project()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var grace = await Developer.LogInAsync(driver, Grace);
        var id = await ada.CreatePolicyAsync();
        var hers = await grace.CreateProjectAsync(GraceId);

        (await grace.GetAsync("policies")).Json.GetProperty("policies").GetArrayLength().ShouldBe(0);
        (await grace.GetAsync($"policies/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await grace.DeleteAsync($"policies/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await grace.PostAsync("policies", $$"""{"policy":{"project_id":"{{Project}}","display_name":"P","description":"D"} }""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ada.PutAsync($"policies/{id}", $$"""{"policy":{"project_id":"{{hers}}"} }""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ada.GetAsync($"policies/{id}")).Json.GetProperty("policy").GetProperty("project_id").GetString().ShouldBe(Project);
    }
}
