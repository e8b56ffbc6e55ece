using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Testing;

namespace Globus.Extensions.Tests.LoginFlows.Conformance;

/// <summary>The suite finds what is wrong with a careless login flow, and says so.</summary>
public sealed class LoginFlowConformanceSuiteTests : LoginFlowConformance
{
    [Fact(Timeout = 120_000)]
    public async Task A_careless_login_flow_is_found_out()
    {
        var failures = await Should.ThrowAsync<AggregateException>(() => RunAllAsync(TestContext.Current.CancellationToken));

        failures.InnerExceptions.Cast<LoginFlowConformanceException>().Select(static failure => failure.Check).ShouldBe(
        [
            "Asks for refresh tokens where the settings want them",
            "Proposes the label of the settings",
            "Passes on the further parameters of the settings",
            "Tells that the person denied the consent",
            "Does not take the answer to another login",
            "Asks nobody when it is cancelled before",
        ]);
    }

    [Fact]
    public async Task A_check_that_is_not_known_is_refused() =>
        (await Should.ThrowAsync<ArgumentException>(() => RunAsync("Nonsense", TestContext.Current.CancellationToken))).Message.ShouldContain("Nonsense");

    protected override ILoginFlowManager Create(GlobusLoginClient loginClient, LoginFlowSettings settings, LoginPerson person) => new CarelessLoginFlow(loginClient, person);
}
