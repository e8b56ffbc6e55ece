using Globus.Extensions.OAuth;
using Globus.Extensions.OpenId;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.OpenId;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>The nonce of a login: sent, kept, and repeated by the ID token.</summary>
public class NonceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "openid email", true)]
    [InlineData(true, "email", false)]
    [InlineData(true, "openid2", false)]
    [InlineData(false, "openid", false)]
    public void A_login_that_asks_for_an_id_token_sends_a_random_one(bool useNonce, string scopes, bool isSent)
    {
        using var auth = ScriptedAuth.With(options => options.UseNonce = useNonce);

        var flow = auth.Client.StartFlow([scopes]);
        var other = auth.Client.StartFlow([scopes]);

        Sent(flow).ShouldBe(flow.ToState().Nonce);
        (flow.ToState().Nonce is { Length: 43 }).ShouldBe(isSent);
        (flow.ToState().Nonce == other.ToState().Nonce).ShouldBe(!isSent);
        flow.ToState().ToString().ShouldNotContain("Nonce");
    }

    [Fact]
    public void A_given_one_is_sent_in_any_case()
    {
        using var auth = ScriptedAuth.With(static options => options.UseNonce = false);

        Sent(auth.Client.StartFlow(new AuthorizationFlowOptions { Nonce = "a b" })).ShouldBe("a b");
    }

    [Fact]
    public async Task Another_replica_expects_the_one_that_was_sent()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var flow = globus.NativeClient().StartFlow([GlobusScopes.OpenId]);
        var resumed = globus.NativeClient().ResumeFlow(flow.ToState());
        var swapped = globus.NativeClient().ResumeFlow(globus.NativeClient().StartFlow([GlobusScopes.OpenId]).ToState() with { State = flow.State, Verifier = flow.ToState().Verifier });
        var forged = globus.Emulator.SignIn(flow.AuthorizeUrl, EmulatedGlobus.Ada);

        var response = await globus.FinishAsync(resumed);
        var stolen = await swapped.ExchangeRedirectAsync(forged, Cancellation);

        (await response.DecodeIdTokenAsync(cancellationToken: Cancellation)).Nonce.ShouldBe(flow.ToState().Nonce);
        (await Should.ThrowAsync<IdTokenValidationException>(() => stolen.DecodeIdTokenAsync(cancellationToken: Cancellation))).Check.ShouldBe(IdTokenCheck.Nonce);
    }

    [Theory]
    [InlineData("sent", null)]
    [InlineData("other", IdTokenCheck.Nonce)]
    [InlineData(null, IdTokenCheck.Nonce)]
    public async Task The_token_repeats_what_the_login_sent(string? nonce, IdTokenCheck? refusal)
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["nonce"] = nonce;
        var response = await story.ReceiveAsync(TokenForge.Sign(claims), story.Client.StartFlow(new AuthorizationFlowOptions { Nonce = "sent" }));

        var exception = await Record.ExceptionAsync(() => response.DecodeIdTokenAsync(cancellationToken: Cancellation));

        ((exception as IdTokenValidationException)?.Check).ShouldBe(refusal);
        (exception?.ToString() ?? "").ShouldNotContain("\"sent\"");
    }

    private static string? Sent(AuthorizationFlow flow) =>
        QueryHelpers.ParseQuery(flow.AuthorizeUrl.Query).TryGetValue("nonce", out var value) ? value.Single() : null;
}
