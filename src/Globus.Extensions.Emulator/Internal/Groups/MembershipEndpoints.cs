using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Batch actions on memberships, which are a success even if some of them failed, and what members tell of themselves.</summary>
internal sealed class MembershipEndpoints(GroupAccess access, GroupStore groups, IdentityDirectory identities, GroupPreferences preferences) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Group = EmulatorPaths.Groups + "/v2/groups/{id}";
        routes.MapPost(Group, access.Write(ActAsync));
        routes.MapGet(Group + "/membership_fields", access.Write(GetFieldsAsync));
        routes.MapPut(Group + "/membership_fields", access.Write(SetFieldsAsync));
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

    private static Task GetFieldsAsync(GroupCall call, Group group) => AnswerFieldsAsync(call, group);

    private static Task AnswerFieldsAsync(GroupCall call, Group group) => JsonAnswer.WriteAsync(
        call.Context,
        StatusCodes.Status200OK,
        new Dictionary<Guid, IReadOnlyDictionary<string, string?>> { [call.Caller.Id] = group.Fields.GetValueOrDefault(call.Caller.Id) ?? new Dictionary<string, string?>() },
        EmulatorJsonContext.Default.DictionaryGuidIReadOnlyDictionaryStringString);

    private static Dictionary<string, string?> ReadFields(JsonElement body, string identity)
    {
        var fields = new BodyFields(body, identity);
        return fields.Names.ToDictionary(
            static name => name,
            name => SignupFields.CanBeTold(name) ? fields.Text(name) : throw fields.Invalid(name, "the field is not known"));
    }

    private Task ActAsync(GroupCall call, Group group, JsonElement body)
    {
        var batch = MembershipBatch.Read(body, identities);
        if (batch.AmbiguousIdentities is { Count: > 0 } ambiguous)
        {
            return GroupErrors.AmbiguousAsync(call.Context, ambiguous);
        }

        if (batch.Actions.FirstOrDefault(action => !action.MayBeAskedBy(group, call.Caller.Id)) is { } forbidden)
        {
            return GroupErrors.ForbiddenAsync(call.Context, $"The action '{forbidden.Name}' is not allowed to you.");
        }

        Dictionary<string, List<MembershipDocument>> done = [];
        Dictionary<string, List<MembershipError>> failed = [];
        return groups.Update(group.Id, present => batch.Apply(present, call, preferences.AllowsAdd, done, failed)) is null
            ? GroupErrors.NotFoundAsync(call.Context)
            : AnswerAsync(call.Context, done, failed);
    }

    private Task SetFieldsAsync(GroupCall call, Group group, JsonElement body)
    {
        var told = new Dictionary<Guid, IReadOnlyDictionary<string, string?>>(group.Fields);
        foreach (var member in new BodyFields(body).All)
        {
            if (!Guid.TryParse(member.Name, out var id) || id != call.Caller.Id)
            {
                return GroupErrors.ForbiddenAsync(call.Context, $"'{member.Name}' is no identity of yours.");
            }

            told[id] = ReadFields(member.Value, member.Name);
        }

        var changed = groups.Update(group.Id, present => present with
        {
            Fields = present.Fields.Where(one => one.Key != call.Caller.Id).Concat(told.Where(one => one.Key == call.Caller.Id)).ToDictionary(),
        });
        return changed is null ? GroupErrors.NotFoundAsync(call.Context) : AnswerFieldsAsync(call, changed);
    }
}
