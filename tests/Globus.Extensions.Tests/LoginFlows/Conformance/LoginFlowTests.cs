using Globus.Extensions.Testing;

namespace Globus.Extensions.Tests.LoginFlows.Conformance;

/// <summary>Runs the shipped conformance suite, each check as a test.</summary>
public abstract class LoginFlowTests : LoginFlowConformance
{
    public static TheoryData<string> CheckNames => [.. Checks];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(CheckNames))]
    public async Task Is_a_login_flow(string check) =>
        Assert.SkipUnless(await RunAsync(check, TestContext.Current.CancellationToken), "The login flow is declared not to do this.");
}
