using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>The OpenID configuration and the key set, open to everybody.</summary>
internal sealed class DiscoveryEndpoints(EmulatorUrls urls, SigningKey key) : IEndpoints
{
    private readonly DiscoveryDocument _document = new()
    {
        Issuer = urls.Issuer,
        AuthorizationEndpoint = urls.Auth + "v2/oauth2/authorize",
        UserinfoEndpoint = urls.Auth + "v2/oauth2/userinfo",
        TokenEndpoint = urls.Auth + "v2/oauth2/token",
        RevocationEndpoint = urls.Auth + "v2/oauth2/token/revoke",
        IntrospectionEndpoint = urls.Auth + "v2/oauth2/token/introspect",
        JwksUri = urls.Auth + "jwk.json",
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            EmulatorPaths.Auth + "/.well-known/openid-configuration",
            context => JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, _document, EmulatorJsonContext.Default.DiscoveryDocument));
        routes.MapGet(
            EmulatorPaths.Auth + "/jwk.json",
            context => JsonAnswer.WriteAsync(
                context, StatusCodes.Status200OK, new JsonWebKeySet([key.ToPublicKey()]), EmulatorJsonContext.Default.JsonWebKeySet));
    }
}
