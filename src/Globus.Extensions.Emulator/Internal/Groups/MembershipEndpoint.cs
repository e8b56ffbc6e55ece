using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary><c>POST /v2/groups/{id}</c>: batch actions on memberships. Success even if some of them failed.</summary>
internal sealed class MembershipEndpoint(GroupAccess access, GroupStore groups, IdentityDirectory identities) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(EmulatorPaths.Groups + "/v2/groups/{id}", access.Write(ActAsync));

    private Task ActAsync(GroupCall call, JsonElement body)
    {
        if (groups.Find(call.GroupId) is not { } group || !group.IsVisibleTo(call.Caller.Id))
        {
            return GroupErrors.NotFoundAsync(call.Context);
        }

        if (MembershipBatch.Read(body, identities, out var error) is not { } batch)
        {
            return GroupErrors.BadRequestAsync(call.Context, error);
        }

        if (batch.Actions.FirstOrDefault(action => !action.MayBeAskedBy(group, call.Caller.Id)) is { } forbidden)
        {
            return GroupErrors.ForbiddenAsync(call.Context, $"The action '{forbidden.Name}' is not allowed to you.");
        }

        Dictionary<string, List<MembershipDocument>> done = [];
        Dictionary<string, List<MembershipError>> failed = [];
        return groups.Update(group.Id, present => batch.Apply(present, call.Caller.Id, done, failed)) is null
            ? GroupErrors.NotFoundAsync(call.Context)
            : AnswerAsync(call.Context, done, failed);
    }

    private static Task AnswerAsync(
        HttpContext context, Dictionary<string, List<MembershipDocument>> done, Dictionary<string, List<MembershipError>> failed)
    {
        var answer = done.ToDictionary(
            static pair => pair.Key,
            static pair => JsonSerializer.SerializeToElement(pair.Value, EmulatorJsonContext.Default.ListMembershipDocument));
        if (failed.Count > 0)
        {
            answer["errors"] = JsonSerializer.SerializeToElement(failed, EmulatorJsonContext.Default.DictionaryStringListMembershipError);
        }

        return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, answer, EmulatorJsonContext.Default.DictionaryStringJsonElement);
    }
}
