using System.Collections.Frozen;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>What is known of a grant by its type.</summary>
internal static class GrantRules
{
    public const string ClientCredentials = "client_credentials";

    public const string DependentToken = "urn:globus:auth:grant_type:dependent_token";

    private static readonly FrozenSet<string> NamesOfTheClient = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "client_id", "client_secret");

    /// <summary>What it means to send it twice. A grant that is not known here is a POST like any other.</summary>
    public static RequestReplay ReplayOf(string grantType) => grantType switch
    {
        "authorization_code" => RequestReplay.AuthorizationCodeGrant,
        "refresh_token" => RequestReplay.RefreshGrant,
        ClientCredentials or DependentToken => RequestReplay.Harmless,
        _ => RequestReplay.ByMethod,
    };

    /// <summary>Reads a form for the token endpoint that a caller wrote.</summary>
    /// <exception cref="ArgumentException">It names no grant, or says who the client is.</exception>
    public static OAuthRequest Read(IEnumerable<KeyValuePair<string, string>> form)
    {
        var fields = ExtraParameters.Check(form, NamesOfTheClient);
        var grantType = Array.Find(fields, static field => field.Key == "grant_type").Value;
        return string.IsNullOrWhiteSpace(grantType)
            ? throw new ArgumentException("A form for the token endpoint names its grant in 'grant_type'.", nameof(form))
            : new OAuthRequest("v2/oauth2/token", ReplayOf(grantType), fields);
    }
}
