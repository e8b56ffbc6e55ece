using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>Submission ids, and for what the emulator does not have honest errors.</summary>
internal sealed class TransferEndpoints(TransferAccess access) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmulatorPaths.Transfer + "/v0.10/submission_id", access.Route(static _ =>
            TransferAnswers.Ok(new SubmissionId(Guid.NewGuid()), EmulatorJsonContext.Default.SubmissionId)));
        routes.Map(EmulatorPaths.Transfer + "/{**rest}", access.Route(static _ => TransferErrors.NotFoundAsync));
    }
}
