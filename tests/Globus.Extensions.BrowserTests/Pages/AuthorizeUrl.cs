using Globus.Extensions.Emulator;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.BrowserTests.Pages;

/// <summary>The authorize URL of the emulator's native app, as a program would print it.</summary>
internal static class AuthorizeUrl
{
    private const string Transfer = "urn:globus:auth:scope:transfer.api.globus.org:all";

    private const string Groups = "urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships";

    /// <summary>A value of null leaves a parameter out, another replaces it.</summary>
    public static string Of(GlobusEmulator emulator, params (string Name, string? Value)[] changes)
    {
        var dataAccess = emulator.Seed.Clients.SelectMany(client => client.Scopes).First(scope => scope.ScopeString.EndsWith("/data_access", StringComparison.Ordinal)).ScopeString;
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = emulator.Seed.Clients[0].Id.ToString(),
            ["redirect_uri"] = emulator.AuthUrl + "v2/web/auth-code",
            ["scope"] = $"openid profile email {Groups} {Transfer}[*{dataAccess}]",
            ["state"] = "some state",
            ["response_type"] = "code",
            ["code_challenge"] = new string('x', 43),
            ["code_challenge_method"] = "S256",
            ["access_type"] = "offline",
        };
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return QueryHelpers.AddQueryString(emulator.AuthUrl + "v2/oauth2/authorize", parameters.Where(pair => pair.Value is not null));
    }
}
