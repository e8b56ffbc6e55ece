using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary><c>POST /v2/oauth2/token</c>: authenticates the client and hands over to the grant.</summary>
internal sealed class TokenEndpoint(
    ClientAuthenticator authenticator,
    AuthorizationCodeGrant authorizationCode,
    RefreshTokenGrant refreshToken,
    ClientCredentialsGrant clientCredentials,
    DependentTokenGrant dependentToken,
    StateChanges changes) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(EmulatorPaths.Auth + "/v2/oauth2/token", HandleAsync);

    private async Task HandleAsync(HttpContext context)
    {
        var form = await FormReader.ReadAsync(context).ConfigureAwait(false);
        RequestLog.NoteGrantType(context, form?["grant_type"]);
        var result = changes.Make(() => Exchange(context.Request, form));
        if (result.Error is { } error)
        {
            await AuthErrors.WriteAsync(context, error).ConfigureAwait(false);
        }
        else if (result.IsArray)
        {
            await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, result.Tokens, EmulatorJsonContext.Default.IReadOnlyListTokenResponse)
                .ConfigureAwait(false);
        }
        else
        {
            await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, result.Tokens[0], EmulatorJsonContext.Default.TokenResponse)
                .ConfigureAwait(false);
        }
    }

    private TokenResult Exchange(HttpRequest request, RequestParameters? form)
    {
        if (form is null)
        {
            return OAuthError.NotAForm;
        }

        if (form.Repeated is { } repeated)
        {
            return OAuthError.InvalidRequest($"The parameter {repeated} is given more than once.");
        }

        if (!authenticator.TryAuthenticate(request, form, out var client, out var credential))
        {
            return OAuthError.InvalidClient;
        }

        return form["grant_type"] switch
        {
            null => OAuthError.InvalidRequest("The parameter grant_type is missing."),
            AuthorizationCodeGrant.GrantType => authorizationCode.Exchange(client, form),
            RefreshTokenGrant.GrantType => refreshToken.Exchange(client, form),
            ClientCredentialsGrant.GrantType => clientCredentials.Exchange(client, credential, form),
            DependentTokenGrant.GrantType => dependentToken.Exchange(client, form),
            _ => OAuthError.UnsupportedGrantType,
        };
    }
}
