using System.Text.Json;
using Names = Globus.Extensions.AuthorizationRequirements.Internal.RequirementsNames;

namespace Globus.Extensions.AuthorizationRequirements.Internal;

/// <summary>Reads an <c>authorization_parameters</c> object, canonical or as older services write it.</summary>
internal static class ParametersReader
{
    public static GlobusAuthorizationParameters? Read(JsonElement value)
    {
        // A member of a wrong type makes the whole object unusable: half of the requirements would lead to a login in vain.
        if (value.ValueKind != JsonValueKind.Object
            || !value.TryGetTexts(Names.SessionRequiredIdentities, out var identities)
            || !TryGetTextsOrList(value, Names.SessionRequiredPolicies, out var policies)
            || !TryGetTextsOrList(value, Names.SessionRequiredSingleDomain, out var domains)
            || !TryGetBoolean(value, Names.SessionRequiredMfa, out var mfa)
            || !value.TryGetText(Names.SessionMessage, out var message)
            || !value.TryGetText(Names.Prompt, out var prompt))
        {
            return null;
        }

        // The older form did not know scopes, so that there a member of this name may be anything.
        var scopesAreKnown = value.TryGetTexts(Names.RequiredScopes, out var scopes);
        return new GlobusAuthorizationParameters
        {
            RequiredScopes = scopes,
            SessionRequiredIdentities = identities,
            SessionRequiredPolicies = policies,
            SessionRequiredSingleDomain = domains,
            SessionRequiredMfa = mfa,
            SessionMessage = message,
            Prompt = prompt,
            Extra = value.OtherMembers(Names.KnownParameters(scopesAreKnown)),
        };
    }

    private static bool TryGetTextsOrList(JsonElement value, string name, out IReadOnlyList<string>? texts)
    {
        if (value.TryGetText(name, out var text))
        {
            texts = text?.Split(',');
            return true;
        }

        return value.TryGetTexts(name, out texts);
    }

    private static bool TryGetBoolean(JsonElement value, string name, out bool? flag)
    {
        flag = null;
        if (!value.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        flag = member.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
        return flag is not null;
    }
}
