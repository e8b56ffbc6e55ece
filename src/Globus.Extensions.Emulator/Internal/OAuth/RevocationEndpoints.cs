using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary><c>POST /v2/oauth2/token/revoke</c>, and <c>validate</c>, which older clients call.</summary>
internal sealed class RevocationEndpoints(ClientAuthenticator authenticator, TokenStore tokens) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(EmulatorPaths.Auth + "/v2/oauth2/token/revoke", context => HandleAsync(context, Revoke));
        routes.MapPost(EmulatorPaths.Auth + "/v2/oauth2/token/validate", context => HandleAsync(context, Validate));
    }

    private async Task HandleAsync(HttpContext context, Func<string, RegisteredClient, IntrospectionResponse> answer)
    {
        var form = await FormReader.ReadAsync(context).ConfigureAwait(false);
        if (form is null)
        {
            await AuthErrors.WriteAsync(context, OAuthError.NotAForm).ConfigureAwait(false);
        }
        else if (!authenticator.TryAuthenticate(context.Request, form, out var client))
        {
            await AuthErrors.WriteAsync(context, OAuthError.InvalidClient).ConfigureAwait(false);
        }
        else if (form["token"] is not { } token)
        {
            await AuthErrors.WriteAsync(context, OAuthError.InvalidRequest("The parameter token is missing.")).ConfigureAwait(false);
        }
        else
        {
            await JsonAnswer.WriteAsync(
                context, StatusCodes.Status200OK, answer(token, client), EmulatorJsonContext.Default.IntrospectionResponse).ConfigureAwait(false);
        }
    }

    // The answer does not tell whether there was such a token (RFC 7009, 2.2).
    private IntrospectionResponse Revoke(string token, RegisteredClient client)
    {
        tokens.Revoke(token, client.Id);
        return IntrospectionResponse.Inactive;
    }

    private IntrospectionResponse Validate(string token, RegisteredClient client) =>
        tokens.FindActive(token)?.Grant.ClientId == client.Id ? new IntrospectionResponse { Active = true } : IntrospectionResponse.Inactive;
}
