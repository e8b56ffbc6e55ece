using System.Text.Json;
using Names = Globus.Extensions.AuthorizationRequirements.Internal.RequirementsNames;

namespace Globus.Extensions.AuthorizationRequirements.Internal;

/// <summary>Recognises the forms in which services state authorization requirements, the most explicit form first.</summary>
internal static class RequirementsReader
{
    private const string DependentConsentRequired = "dependent_consent_required";

    public static GlobusAuthorizationRequirements? Read(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            // The documentation asks for the canonical form; the others follow in the order in which the Python SDK tries them.
            return ReadParameters(document) ?? ReadTransferConsent(document)
                ?? ReadActionProviderConsent(document) ?? ReadDependentConsent(document);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            // A half of a surrogate pair in a name or a text ("\ud800") is valid JSON, yet cannot become a string: System.Text.Json
            // says so only when the string is taken. Nobody can log in by such a document.
            return null;
        }
    }

    public static IEnumerable<GlobusAuthorizationRequirements> ReadErrors(JsonElement body)
    {
        var errors = Errors(body);
        if (errors.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var error in errors.EnumerateArray())
        {
            if (Read(error) is { } requirements)
            {
                yield return requirements;
            }
        }
    }

    private static JsonElement Errors(JsonElement body)
    {
        try
        {
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty(Names.Errors, out var errors) ? errors : default;
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            return default;
        }
    }

    // The canonical form and its predecessor (no code, lists as comma-separated text) differ in nothing that could contradict
    // each other, so one reader takes both.
    private static GlobusAuthorizationRequirements? ReadParameters(JsonElement document)
    {
        if (!document.TryGetProperty(Names.AuthorizationParameters, out var value)
            || ParametersReader.Read(value) is not { } parameters
            || !document.TryGetText(Names.Code, out var code))
        {
            return null;
        }

        return new GlobusAuthorizationRequirements
        {
            Code = code ?? GlobusAuthorizationRequirements.AuthorizationRequired,
            AuthorizationParameters = parameters,
            Extra = document.OtherMembers(Names.Code, Names.AuthorizationParameters),
        };
    }

    private static GlobusAuthorizationRequirements? ReadTransferConsent(JsonElement document)
    {
        if (!IsConsentRequired(document)
            || !document.TryGetTexts(Names.RequiredScopes, out var scopes)
            || scopes is null
            || !document.TryGetText(Names.Message, out var message))
        {
            return null;
        }

        return new GlobusAuthorizationRequirements
        {
            Code = GlobusAuthorizationRequirements.ConsentRequired,
            AuthorizationParameters = new GlobusAuthorizationParameters { RequiredScopes = scopes, SessionMessage = message },
            Extra = document.OtherMembers(Names.Code, Names.RequiredScopes),
        };
    }

    private static GlobusAuthorizationRequirements? ReadActionProviderConsent(JsonElement document)
    {
        if (!IsConsentRequired(document)
            || !document.TryGetText(Names.RequiredScope, out var scope)
            || scope is null
            || !document.TryGetText(Names.Description, out var description))
        {
            return null;
        }

        return new GlobusAuthorizationRequirements
        {
            Code = GlobusAuthorizationRequirements.ConsentRequired,
            AuthorizationParameters = new GlobusAuthorizationParameters { RequiredScopes = [scope], SessionMessage = description },
            Extra = document.OtherMembers(Names.Code, Names.RequiredScope),
        };
    }

    // Globus Auth's answer to a request for dependent tokens. The scopes of all errors are taken, not those of the first alone:
    // one login then satisfies them all. Its other members belong to OAuth and are not repeated as extra.
    private static GlobusAuthorizationRequirements? ReadDependentConsent(JsonElement document)
    {
        if (!document.TryGetText(Names.Error, out var error)
            || error is not DependentConsentRequired
            || !document.TryGetProperty(Names.Errors, out var errors)
            || errors.ValueKind != JsonValueKind.Array
            || errors.GetArrayLength() == 0
            || errors[0].ValueKind != JsonValueKind.Object
            || !errors[0].TryGetTexts(Names.UnapprovedScopes, out _))
        {
            return null;
        }

        var scopes = new List<string>();
        foreach (var item in errors.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetTexts(Names.UnapprovedScopes, out var unapproved))
            {
                scopes.AddRange((unapproved ?? []).Except(scopes, StringComparer.Ordinal));
            }
        }

        return new GlobusAuthorizationRequirements
        {
            Code = GlobusAuthorizationRequirements.ConsentRequired,
            AuthorizationParameters = new GlobusAuthorizationParameters { RequiredScopes = scopes },
        };
    }

    private static bool IsConsentRequired(JsonElement document) =>
        document.TryGetText(Names.Code, out var code) && code is GlobusAuthorizationRequirements.ConsentRequired;
}
