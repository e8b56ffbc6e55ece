namespace Globus.Extensions.Tests.Configuration;

/// <summary>Settings that are refused, each with what the message has to say. The secret in them has to stay out of it.</summary>
internal static class BadSettings
{
    public const string Secret = "MARKER-SECRET";

    private const string Id = "ClientId=" + TestApps.NativeClientId;

    public static TheoryData<string[], string[]> All => new()
    {
        { [], ["Globus:ClientId: is missing", "https://app.globus.org/settings/developers"] },
        { ["ClientId= "], ["Globus:ClientId: is missing"] },
        { ["ClientId=my-app"], ["Globus:ClientId: 'my-app' is not a client id", "UUID such as"] },
        { [$"ClientId={{{TestApps.NativeClientId}}}"], ["Globus:ClientId: '{00000000", "is not a client id"] },
        { [$"ClientSecret={Secret}"], ["Globus:ClientId: is missing, although a client secret is set"] },
        { [Id, "ClientSecret= "], ["Globus:ClientSecret: is empty", "leave the setting out for a native one"] },
        { [Id, "Environment=prod"], ["Globus:Environment: 'prod' is no Globus environment", "Allowed are: production, preview, sandbox, integration, test, staging"] },
        { [Id, "TokenStorage=redis"], ["Globus:TokenStorage: 'redis' is no token storage that is registered", "Known are: json, memory, native-apps, none"] },
        {
            [Id, "LoginFlows:0=local-server", "LoginRedirectUri=https://app.example/callback"],
            ["Globus:LoginRedirectUri: does not go with the login flow 'local-server': the redirect URI 'https://app.example/callback' is not one on a loopback address"]
        },
        {
            [Id, $"ClientSecret={Secret}", "LoginFlows:0=local-server"],
            ["Globus:LoginRedirectUri: is missing: the login flow 'local-server' of a confidential client needs a redirect URI"]
        },
        { [Id, "LoginFlows:0=telepathy"], ["Globus:LoginFlows: 'telepathy' is no login flow that is registered", "Known are: auto, command-line, local-server"] },
        { [Id, "ServiceUrls:auth=http://auth.example/"], ["Globus:ServiceUrls:auth: 'http://auth.example/' is not https", "loopback"] },
        { [Id, "ServiceUrls:auth=http://127.0.0.1.example/"], ["Globus:ServiceUrls:auth: 'http://127.0.0.1.example/' is not https"] },
        { [Id, "ServiceUrls:groups=ftp://groups.example/"], ["Globus:ServiceUrls:groups: 'ftp://groups.example/' is not https"] },
        { [Id, "ServiceUrls:groups=groups.example"], ["Globus:ServiceUrls:groups: 'groups.example' is not an absolute URL"] },
        { [Id, "ServiceUrls:transfer=https://x.example/?a=b"], ["Globus:ServiceUrls:transfer:", "has a query, a fragment or user information"] },
        { [Id, "ServiceUrls:mail=https://x.example/"], ["Globus:ServiceUrls:mail: is no Globus service", "Allowed are: auth, groups, transfer"] },
        { [Id, "Services:0=search"], ["Globus:Services: 'search' is no service with a client here", "Allowed are: auth, groups, transfer"] },
        { [Id, "ScopeRequirements:x.example:0= "], ["Globus:ScopeRequirements:x.example: needs at least one scope"] },
        {
            [Id, "ScopeRequirements:x.example:0=ok", "ScopeRequirements:x.example:1=a[b", "ScopeRequirements:y.example:0=*"],
            [
                "Globus:ScopeRequirements:x.example: The scope string is malformed at position 3 (counted from 0): the text ends, but ']' was expected for the '[' at position 1. The text: 'a[b'",
                "Globus:ScopeRequirements:y.example: The scope string is malformed at position 1",
            ]
        },
        {
            [Id, "ScopeRequirements:x.example:0=a[b]", "ScopeRequirements:y.example:0=b[a]"],
            ["Globus:ScopeRequirements: The scopes cannot be merged: 'a' depends on itself: a -> b -> a."]
        },
        { [Id, "CertificateAuthorityFile=/no/such.pem"], ["Globus:CertificateAuthorityFile: '/no/such.pem' does not exist"] },
        { [Id, "Kind=Client"], ["Globus:ClientSecret: is missing, and an app of kind Client has to have one"] },
        {
            [Id, "Kind=Client", $"ClientSecret={Secret}", "LoginFlows:0=command-line"],
            ["Globus:LoginFlows: 'command-line' is set, but an app of kind Client never logs a person in"]
        },
        {
            [Id, "Kind=User", $"ClientSecret={Secret}"],
            ["Globus:LoginRedirectUri: is missing: the login flow 'auto' of a confidential client needs a redirect URI"]
        },
        { [Id, "Kind=7"], ["Globus:Kind: '7' is no kind of app. Allowed are: User, Client"] },
        { [Id, "OnLoginRequired=7"], ["Globus:OnLoginRequired: '7' is not known. Allowed are: Login, Throw"] },
        { [Id, "LoginRedirectUri=/back"], ["Globus:LoginRedirectUri: '/back' is not an absolute URI"] },
        { [Id, "LoginRedirectUri=https://x.example/#part"], ["Globus:LoginRedirectUri: 'https://x.example/#part' is not an absolute URI without a fragment"] },
        { [Id, "AppName=con"], ["Globus:AppName: 'con' cannot be part of a file name", "Windows reserves", "set TokenFilePath"] },
        { [Id, "AppName=LPT1"], ["Globus:AppName: 'LPT1' cannot be part of a file name"] },
        { [Id, "TokenNamespace="], ["Globus:TokenNamespace: is empty"] },
        { [Id, "RenewTokensBefore=-00:00:01"], ["Globus:RenewTokensBefore: '-00:00:01' is not between zero and one day"] },
        { [Id, "TokenExpiryMargin=2.00:00:00"], ["Globus:TokenExpiryMargin: '2.00:00:00' is not between zero and one day"] },
        { [Id, "AttemptTimeout=00:00:00"], ["Globus:AttemptTimeout: '00:00:00' is not between zero and one day"] },
        { [Id, "TotalTimeout=-00:00:05"], ["Globus:TotalTimeout: '-00:00:05' is not between zero and one day"] },
        {
            ["ClientId=x", $"ClientSecret={Secret}", "Environment=y", "TokenStorage=z", "ServiceUrls:auth=http://a.example/", "LoginFlows:0=w"],
            ["Globus:ClientId: 'x'", "Globus:Environment: 'y'", "Globus:TokenStorage: 'z'", "Globus:ServiceUrls:auth: 'http://a.example/'", "Globus:LoginFlows: 'w'"]
        },
    };
}
