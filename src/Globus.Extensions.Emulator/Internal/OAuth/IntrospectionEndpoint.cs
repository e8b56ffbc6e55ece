using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>
/// <c>POST /v2/oauth2/token/introspect</c>, for confidential clients. Any of them may look at any token: the emulator's clients
/// stand in for all the services that Globus itself would let look.
/// </summary>
internal sealed class IntrospectionEndpoint(
    ClientAuthenticator authenticator, TokenStore tokens, IdentityDirectory identities, EmulatorUrls urls) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(EmulatorPaths.Auth + "/v2/oauth2/token/introspect", HandleAsync);

    private async Task HandleAsync(HttpContext context)
    {
        var form = await FormReader.ReadAsync(context).ConfigureAwait(false);
        if (!authenticator.TryAuthenticateConfidential(context.Request, out _))
        {
            await AuthErrors.WriteAsync(context, OAuthError.InvalidClient).ConfigureAwait(false);
            return;
        }

        if (form?["token"] is not { } text)
        {
            await AuthErrors.WriteAsync(context, form is null ? OAuthError.NotAForm : OAuthError.InvalidRequest("The parameter token is missing."))
                .ConfigureAwait(false);
            return;
        }

        var include = (form["include"] ?? "").Split(',', StringSplitOptions.TrimEntries);
        var answer = tokens.FindActive(text) is { } token ? Describe(token, include) : IntrospectionResponse.Inactive;
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, answer, EmulatorJsonContext.Default.IntrospectionResponse).ConfigureAwait(false);
    }

    private IntrospectionResponse Describe(IssuedToken token, string[] include)
    {
        var identity = identities.Find(token.Grant.IdentityId);
        var issuedAt = token.IssuedAt.ToUnixTimeSeconds();
        return new IntrospectionResponse
        {
            Active = true,
            TokenType = "Bearer",
            Scope = token.ScopeText,
            ClientId = token.Grant.ClientId.ToString(),
            Sub = token.Grant.IdentityId.ToString(),
            Username = identity?.UserName,
            Name = identity?.Name,
            Email = identity?.Email,
            Exp = token.ExpiresAt?.ToUnixTimeSeconds(),
            Iat = issuedAt,
            Nbf = issuedAt,
            Aud = [.. new[] { token.ResourceServer, token.Grant.ClientId.ToString() }.Distinct()],
            Iss = urls.Issuer,
            IdentitySet = include.Contains("identity_set") ? [token.Grant.IdentityId.ToString()] : null,
            IdentitySetDetail = include.Contains("identity_set_detail") && identity is not null
                ? [LinkedIdentity.From(identity, token.Grant.AuthenticatedAt)]
                : null,
            SessionInfo = include.Contains("session_info") && identity is not null ? SessionInfo.Of(token.Grant, identity) : null,
        };
    }
}
