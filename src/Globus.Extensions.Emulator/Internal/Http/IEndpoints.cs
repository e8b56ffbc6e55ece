using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>A feature's routes.</summary>
internal interface IEndpoints
{
    void Map(IEndpointRouteBuilder routes);
}
