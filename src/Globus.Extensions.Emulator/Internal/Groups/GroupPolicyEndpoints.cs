using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The policies of groups.</summary>
internal sealed class GroupPolicyEndpoints(GroupAccess access, GroupStore groups) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Route = EmulatorPaths.Groups + "/v2/groups/{id}/policies";
        routes.MapGet(Route, access.Write(AnswerAsync));
        routes.MapPut(Route, access.Write(GroupAccess.Admin(SetAsync)));
    }

    private static Task AnswerAsync(GroupCall call, Group group) => JsonAnswer.WriteAsync(
        call.Context, StatusCodes.Status200OK, GroupPolicyDocument.Full(group.Policies), EmulatorJsonContext.Default.GroupPolicyDocument);

    private Task SetAsync(GroupCall call, Group group, JsonElement body)
    {
        var policies = GroupPolicyDocument.Read(body);
        return groups.Update(group.Id, present => present with { Policies = policies }) is { } changed ? AnswerAsync(call, changed) : GroupErrors.NotFoundAsync(call.Context);
    }
}
