using Globus.Extensions.Emulator;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class ClientCredentialRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_made_listed_used_and_deleted()
    {
        await using var globus = await ManagedGlobus.StartAsync();
        var credentials = globus.Auth.Clients.Credentials;
        var client = await globus.CreateClientAsync(type: ClientType.ClientIdentity);

        var created = await credentials.CreateAsync(client.Id, "first", Cancellation);
        created.Name.ShouldBe("first");
        created.Client.ShouldBe(client.Id);
        created.Created.ShouldNotBeNull();
        created.Secret.ShouldNotBeNullOrEmpty();

        var listed = (await credentials.GetAllAsync(client.Id, Cancellation)).ShouldHaveSingleItem();
        listed.Id.ShouldBe(created.Id);
        listed.Secret.ShouldBeNull();

        var login = globus.Globus.ConfidentialClient(new EmulatorClient { Id = Guid.Parse(client.Id.Value), Name = "made here", Secret = created.Secret });
        (await login.GetClientCredentialsTokensAsync(cancellationToken: Cancellation)).Tokens.ShouldNotBeEmpty();

        (await credentials.DeleteAsync(client.Id, created.Id, Cancellation))!.Id.ShouldBe(created.Id);
        (await credentials.GetAllAsync(client.Id, Cancellation)).ShouldBeEmpty();
    }
}
