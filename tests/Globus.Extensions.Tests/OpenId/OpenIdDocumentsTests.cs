using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.OpenId;

/// <summary>Discovery document, keys and ID tokens of an emulator, through the real pipeline.</summary>
public class OpenIdDocumentsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_kinds_of_clients_read_the_document_and_the_keys()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var provider = globus.Provide();
        var service = provider.GetRequiredService<AuthClient>();
        var login = provider.GetRequiredService<GlobusLoginClient>();

        var configuration = await login.GetOpenIdConfigurationAsync(Cancellation);
        var jwk = await login.GetJwkAsync(cancellationToken: Cancellation);

        configuration.Issuer.ShouldBe(globus.Emulator.AuthUrl.AbsoluteUri.TrimEnd('/'));
        configuration.IdTokenSigningAlgValuesSupported.ShouldBe(["RS512"]);
        configuration.ExtensionData!.Keys.ShouldContain("code_challenge_methods_supported");
        jwk.Alg.ShouldBe("RS512");
        (await login.GetJwksAsync(configuration, Cancellation)).ShouldBe([jwk]);
        (await service.GetOpenIdConfigurationAsync(Cancellation)).JwksUri.ShouldBe(configuration.JwksUri);
        (await service.GetJwksAsync(configuration, Cancellation)).ShouldBe([jwk]);
        (await service.GetJwkAsync(cancellationToken: Cancellation)).ShouldBe(jwk);
    }

    [Fact]
    public async Task The_documents_need_no_credential_of_a_login_client()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        await globus.ConfidentialClient(globus.Web).GetJwkAsync(cancellationToken: Cancellation);

        globus.Emulator.Requests.Count.ShouldBe(2);
        globus.Emulator.Requests.ShouldAllBe(static request => request.AuthorizationScheme == null);
    }

    [Fact]
    public async Task A_login_ends_in_a_token_that_passes_every_check()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var flow = globus.NativeClient().StartFlow([GlobusScopes.OpenId, GlobusScopes.Profile, GlobusScopes.Email, GlobusScopes.TransferAll]);

        var claims = await (await globus.FinishAsync(flow)).DecodeIdTokenAsync(cancellationToken: Cancellation);

        claims.Sub.Value.ShouldBe(globus.Emulator.Seed.Users[0].Id.ToString());
        claims.PreferredUsername.ShouldBe(EmulatedGlobus.Ada);
        claims.Nonce.ShouldNotBeNull().ShouldBe(flow.ToState().Nonce);
        claims.AtHash.ShouldNotBeNull();
        claims.IdentitySet.ShouldHaveSingleItem().Sub.ShouldBe(claims.Sub);
    }

    [Fact]
    public async Task A_client_may_have_an_id_token_of_its_own()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var tokens = await globus.ConfidentialClient(globus.ServiceAccount).GetClientCredentialsTokensAsync([GlobusScopes.OpenId], Cancellation);

        (await tokens.DecodeIdTokenAsync(cancellationToken: Cancellation)).Aud.ShouldBe([globus.ServiceAccount.Id.ToString()]);
    }
}
