using System.Text.Json;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.OAuth;

public class ResumeFlowTests
{
    [Fact]
    public async Task Another_replica_finishes_a_flow_of_a_native_client()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var flow = globus.NativeClient().StartFlow([GlobusScopes.OpenId, GlobusScopes.TransferAll]);
        var redirect = globus.Emulator.SignIn(flow.AuthorizeUrl, EmulatedGlobus.Ada);

        var resumed = globus.NativeClient().ResumeFlow(Carry(flow.ToState()));

        (await resumed.ExchangeRedirectAsync(redirect, TestContext.Current.CancellationToken)).Tokens.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_replica_finishes_a_flow_of_a_confidential_client(bool usePkce)
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var flow = globus.ConfidentialClient(globus.Web, options => options.UsePkceForConfidentialClients = usePkce)
            .StartFlow([GlobusScopes.OpenId], EmulatedGlobus.WebRedirectUri);
        var redirect = globus.Emulator.SignIn(flow.AuthorizeUrl, EmulatedGlobus.Ada);

        var resumed = globus.ConfidentialClient(globus.Web).ResumeFlow(Carry(flow.ToState()));

        (await resumed.ExchangeRedirectAsync(redirect, TestContext.Current.CancellationToken)).Tokens.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_resumed_flow_is_the_flow_that_was_started()
    {
        using var auth = ScriptedAuth.Native();
        var flow = auth.Client.StartFlow(["a[b *c]", "openid"], "http://LOCALHOST:1/x y", "state/+&=ä");

        var resumed = auth.Client.ResumeFlow(Carry(flow.ToState()));

        resumed.AuthorizeUrl.AbsoluteUri.ShouldBe(flow.AuthorizeUrl.AbsoluteUri);
        resumed.State.ShouldBe(flow.State);
        resumed.RedirectUri.ShouldBe(flow.RedirectUri);
        resumed.Scopes.ShouldBe(flow.Scopes);
        resumed.ToState().Verifier.ShouldBe(flow.ToState().Verifier);
    }

    [Fact]
    public async Task A_resumed_flow_still_checks_the_state()
    {
        using var auth = ScriptedAuth.Native();
        var resumed = auth.Client.ResumeFlow(Carry(auth.Client.StartFlow().ToState()));

        await Should.ThrowAsync<AuthorizationResponseException>(
            () => resumed.ExchangeRedirectAsync(new Uri("http://localhost/?code=c&state=other"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_flow_of_another_client_is_refused()
    {
        using var auth = ScriptedAuth.Native();
        using var other = ScriptedAuth.With(static options => options.ClientId = "00000000-0000-0000-0000-0000000000c2");

        var exception = Should.Throw<ArgumentException>(() => other.Client.ResumeFlow(auth.Client.StartFlow().ToState()));

        exception.Message.ShouldContain(ScriptedAuth.ClientId);
    }

    private static AuthorizationFlowState Carry(AuthorizationFlowState state) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(state, FlowStateJsonContext.Default.AuthorizationFlowState), FlowStateJsonContext.Default.AuthorizationFlowState)!;
}
