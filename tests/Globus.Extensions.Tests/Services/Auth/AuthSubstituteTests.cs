using Globus.Extensions.OAuth;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth;
using NSubstitute;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>What a user does in tests of code that calls the operation groups.</summary>
public sealed class AuthSubstituteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_of_operations_can_be_substituted()
    {
        var auth = Substitute.For<AuthClient>();
        auth.Projects.GetAsync(Guid.Empty, Arg.Any<CancellationToken>()).Returns(new Project { Id = Guid.Empty, DisplayName = "Substituted" });
        auth.Clients.Credentials.CreateAsync(Arg.Any<ClientId>(), "new", Arg.Any<CancellationToken>())
            .Returns(new ClientCredential { Id = new ClientCredentialId("k"), Secret = "substituted" });

        (await auth.Projects.GetAsync(Guid.Empty, Cancellation)).DisplayName.ShouldBe("Substituted");
        (await auth.Clients.Credentials.CreateAsync(Guid.Empty, "new", Cancellation)).Secret.ShouldBe("substituted");
    }

    [Fact]
    public async Task The_registration_of_a_client_can_be_substituted()
    {
        var native = Substitute.For<NativeLoginClient>();
        native.CreateNativeAppInstanceAsync("laptop", Arg.Any<CancellationToken>()).Returns(new CreatedClient
        {
            Client = new RegisteredClient { Id = new ClientId("c") },
            Included = new CreatedClientExtras { ClientCredential = new ClientCredential { Id = new ClientCredentialId("k"), Secret = "substituted" } },
        });

        (await native.CreateNativeAppInstanceAsync("laptop", Cancellation)).Credential!.Secret.ShouldBe("substituted");
    }

    [Fact]
    public void The_groups_of_a_client_stay_the_same()
    {
        using var auth = new ScriptedAuthService();

        auth.Client.Projects.ShouldBeSameAs(auth.Client.Projects);
        auth.Client.Clients.Credentials.ShouldBeSameAs(auth.Client.Clients.Credentials);
    }
}
