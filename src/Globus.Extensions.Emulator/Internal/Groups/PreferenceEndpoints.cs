using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>What the caller's identities prefer in all groups. Callers here have one identity each.</summary>
internal sealed class PreferenceEndpoints(GroupAccess access, GroupPreferences preferences) : IEndpoints
{
    private const string AllowAdd = "allow_add";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmulatorPaths.Groups + "/v2/preferences", access.Write(AnswerAsync));
        routes.MapPut(EmulatorPaths.Groups + "/v2/preferences", access.Write(SetAsync));
    }

    private Task SetAsync(GroupCall call, JsonElement body)
    {
        var map = new BodyFields(body);
        if (map.Has(AllowAdd))
        {
            // The form of the Python SDK's own example: for all identities of the caller.
            preferences.SetAllowAdd(call.Caller.Id, map.Flag(AllowAdd));
            return AnswerAsync(call);
        }

        var changes = new List<bool?>();
        foreach (var member in map.All)
        {
            if (!Guid.TryParse(member.Name, out var id) || id != call.Caller.Id)
            {
                return GroupErrors.ForbiddenAsync(call.Context, $"'{member.Name}' is no identity of yours.");
            }

            var fields = new BodyFields(member.Value, member.Name);
            changes.Add(fields.Has(AllowAdd) ? fields.Flag(AllowAdd) : throw fields.Invalid(AllowAdd, "field required"));
        }

        changes.ForEach(allowAdd => preferences.SetAllowAdd(call.Caller.Id, allowAdd));
        return AnswerAsync(call);
    }

    private Task AnswerAsync(GroupCall call) => JsonAnswer.WriteAsync(
        call.Context,
        StatusCodes.Status200OK,
        new Dictionary<Guid, PreferenceDocument> { [call.Caller.Id] = preferences.Of(call.Caller.Id) },
        EmulatorJsonContext.Default.DictionaryGuidPreferenceDocument);
}
