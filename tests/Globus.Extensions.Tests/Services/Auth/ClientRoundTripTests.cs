using System.Net;
using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class ClientRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_is_registered_read_listed_changed_and_deleted()
    {
        await using var globus = await ManagedGlobus.StartAsync();
        var clients = globus.Auth.Clients;
        var project = await globus.CreateProjectAsync();

        var created = (await clients.CreateAsync(
            new ClientRegistration
            {
                Name = "Web",
                Project = project.Id,
                ClientType = ClientType.ConfidentialClient,
                Visibility = ClientVisibility.Private,
                RedirectUris = ["https://example.org/signin"],
                Links = new ClientLinks { TermsAndConditions = "https://example.org/terms", PrivacyPolicy = "https://example.org/privacy" },
            },
            Cancellation)).Client;
        created.Id.TryGetGuid(out _).ShouldBeTrue();
        created.Project.ShouldBe(project.Id);
        created.ClientType.ShouldBe(ClientType.ConfidentialClient);
        created.PublicClient.ShouldBe(false);
        created.RedirectUris.ShouldBe(["https://example.org/signin"]);
        created.Links!.TermsAndConditions.ShouldBe("https://example.org/terms");

        (await clients.GetAsync(created.Id, Cancellation)).Name.ShouldBe("Web");
        (await clients.GetAllAsync(Cancellation)).Select(static client => client.Id).ShouldContain(created.Id);

        var changed = await clients.UpdateAsync(
            created.Id,
            new ClientUpdate { Name = "Website", Visibility = ClientVisibility.Public, Links = ClientLinks.None, RequiredIdp = await globus.AnyProviderAsync() },
            Cancellation);
        changed.Name.ShouldBe("Website");
        changed.Visibility.ShouldBe(ClientVisibility.Public);
        changed.RedirectUris.ShouldBe(["https://example.org/signin"]);
        changed.Links!.TermsAndConditions.ShouldBeNull();
        changed.RequiredIdp.ShouldNotBeNull();
        (await clients.UpdateAsync(created.Id, new ClientUpdate { RequiredIdp = null }, Cancellation)).RequiredIdp.ShouldBeNull();

        (await clients.DeleteAsync(created.Id, Cancellation))!.Name.ShouldBe("Website");
        (await Should.ThrowAsync<AuthApiException>(() => clients.GetAsync(created.Id, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_client_is_found_by_its_host_name_which_is_an_additional_field()
    {
        await using var globus = await ManagedGlobus.StartAsync();
        var project = await globus.CreateProjectAsync();
        var registration = new ClientRegistration
        {
            Name = "Service",
            Project = project.Id,
            PublicClient = false,
            AdditionalFields = new JsonObject { ["fqdns"] = new JsonArray("service.example.org") },
        };

        var created = await globus.Auth.Clients.CreateAsync(registration, Cancellation);
        var found = await globus.Auth.Clients.GetByFqdnAsync("service.example.org", Cancellation);

        found.Id.ShouldBe(created.Client.Id);
        found.Fqdns.ShouldBe(["service.example.org"]);
        (await Should.ThrowAsync<AuthApiException>(() => globus.Auth.Clients.GetByFqdnAsync("other.example.org", Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
