namespace Globus.Extensions.Tests.Services.Auth;

public sealed class IdentityProviderRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_provider_is_found_by_its_domain_and_by_its_id()
    {
        await using var globus = await ManagedGlobus.StartAsync();
        var providers = globus.Auth.IdentityProviders;

        var byDomain = (await providers.GetByDomainsAsync(["example.org", "nobody.example"], cancellationToken: Cancellation)).ShouldHaveSingleItem();
        var byId = (await providers.GetByIdsAsync([byDomain.Id], cancellationToken: Cancellation)).ShouldHaveSingleItem();

        byDomain.Name.ShouldNotBeNullOrEmpty();
        byDomain.Domains.ShouldNotBeNull().ShouldContain("example.org");
        byDomain.AlternativeNames.ShouldNotBeNull();
        byId.ShortName.ShouldBe(byDomain.ShortName);
    }
}
