using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>The Transfer service as far as the emulator has it: submission ids, and for the rest honest errors.</summary>
internal sealed class TransferEndpoints(TokenStore tokens) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmulatorPaths.Transfer + "/v0.10/submission_id", Authorized(static context => JsonAnswer.WriteAsync(
            context, StatusCodes.Status200OK, new SubmissionId(Guid.NewGuid()), EmulatorJsonContext.Default.SubmissionId)));
        routes.Map(EmulatorPaths.Transfer + "/{**rest}", Authorized(TransferErrors.NotFoundAsync));
    }

    private RequestDelegate Authorized(RequestDelegate handler) => context =>
        !tokens.TryAuthenticate(context, ResourceServers.Transfer, out var token) ? TransferErrors.UnauthorizedAsync(context)
        : !token.HasScope(ScopeNames.TransferAll) ? TransferErrors.ForbiddenAsync(context)
        : handler(context);
}
