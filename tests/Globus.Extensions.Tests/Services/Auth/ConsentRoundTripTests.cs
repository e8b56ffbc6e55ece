using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class ConsentRoundTripTests
{
    private const string ViewConsents = "urn:globus:auth:scope:auth.globus.org:view_consents";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_consents_of_a_login_are_listed()
    {
        await using var globus = await ManagedGlobus.StartAsync();

        var consents = await globus.Auth.Consents.GetAllAsync(globus.Ada, cancellationToken: Cancellation);

        var consent = consents.Single(static one => one.ScopeName == ManagedGlobus.ManageProjects);
        consent.EffectiveIdentity.ShouldBe(globus.Ada);
        consent.Client.ShouldBe(globus.Globus.Native.Id);
        consent.DependencyPath.ShouldBe([consent.Id]);
        consent.Status.ShouldBe(ConsentStatus.Approved);
        consent.Created.ShouldNotBeNull();
    }

    [Fact]
    public async Task Those_of_all_clients_need_a_scope_of_their_own()
    {
        await using var globus = await ManagedGlobus.StartAsync();
        var viewer = globus.ClientWith("openid", ViewConsents);

        (await viewer.Consents.GetAllAsync(globus.Ada, all: true, Cancellation)).ShouldNotBeEmpty();
        (await Should.ThrowAsync<AuthApiException>(() => globus.Auth.Consents.GetAllAsync(globus.Ada, all: true, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
