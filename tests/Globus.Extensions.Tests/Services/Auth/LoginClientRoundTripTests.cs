using Globus.Extensions.Emulator;
using Globus.Extensions.OAuth;
using Globus.Extensions.Principals;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>Clients that login clients register, from the registration to their own tokens.</summary>
public sealed class LoginClientRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_of_a_native_client_has_a_secret_that_works()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var created = await ((NativeLoginClient)globus.NativeClient()).CreateNativeAppInstanceAsync("laptop", Cancellation);

        created.Client.Name.ShouldBe("laptop");
        created.Credential!.Client.ShouldBe(created.Client.Id);
        var instance = globus.ConfidentialClient(new EmulatorClient { Id = Guid.Parse(created.Client.Id.Value), Name = "laptop", Secret = created.Credential.Secret });
        (await instance.GetClientCredentialsTokensAsync(cancellationToken: Cancellation)).Tokens.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_child_belongs_to_the_client_that_registered_it()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var parent = globus.ConfidentialClient(globus.ServiceAccount);

        var created = await parent.CreateChildClientAsync(new ChildClientRegistration { Name = "child", ClientType = ClientType.ClientIdentity }, Cancellation);

        created.Client.ParentClient.ShouldBe(globus.ServiceAccount.Id);
        created.Client.Project.ShouldBeNull();
        created.Client.ClientType.ShouldBe(ClientType.ClientIdentity);
    }
}
