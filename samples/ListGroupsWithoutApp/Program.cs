// Prints the groups of whoever is logged in as CSV, without an app, a container or a host: each piece is made by hand.
// The client id is the first argument or the variable GLOBUS_CLIENT_ID; without one it brings its own local Globus, and signs in there by itself.
using Globus.Extensions;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Emulator;
using Globus.Extensions.Emulator.Hosting;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.Options;

const string Service = GlobusResourceServers.Groups;
var clientId = args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("GLOBUS_CLIENT_ID");
await using var emulator = clientId is null ? await GlobusEmulator.StartAsync() : null;

// Tokens stay in a file that only its owner can read. Those of the local Globus end with it.
var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
ITokenStorage storage = emulator is null ? new JsonTokenStorage(Path.Combine(home, ".list-my-globus-groups-tokens.json")) : new MemoryTokenStorage();
try
{
    var options = new GlobusConnectionOptions { AppName = "List Groups" };
    using var globus = new GlobusConnection(emulator is null ? options : options.UseEmulator(emulator));
    var loginClient = globus.CreateNativeLoginClient(clientId ?? emulator!.Seed.Clients[0].Id.ToString());

    var token = await storage.GetAsync(Service) ?? (await storage.StoreResponseAsync(await LogInAsync(loginClient)))[Service];
    var authorizer = new RefreshTokenAuthorizer(loginClient, token, new RenewingAuthorizerOptions { OnRenewed = storage.StoreAsync });

    Console.WriteLine("ID,Name,Roles");
    foreach (var group in await globus.CreateGroupsClient(authorizer).GetMyGroupsAsync())
    {
        var name = (group.Name ?? string.Empty).Replace("\"", "\"\"", StringComparison.Ordinal);
        Console.WriteLine($"{group.Id},\"{name}\",{string.Join('|', (group.MyMemberships ?? []).Select(membership => membership.Role).Distinct())}");
    }

    return 0;
}
catch (TokenRenewalException exception)
{
    await storage.RemoveAsync(Service); // The next run logs in.
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (Exception exception) when (exception is GlobusException or OptionsValidationException or HttpRequestException or TimeoutException or ArgumentException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

async Task<OAuthTokenResponse> LogInAsync(NativeLoginClient client)
{
    var flow = client.StartFlow(new AuthorizationFlowOptions
    {
        Scopes = [GlobusScopes.OpenId, GlobusScopes.GroupsViewMyGroupsAndMemberships],
        RequestRefreshTokens = true,
    });
    if (emulator is not null)
    {
        return await flow.ExchangeRedirectAsync(emulator.SignIn(flow.AuthorizeUrl, emulator.Seed.Users[0].UserName));
    }

    await Console.Error.WriteLineAsync($"Log in here:\n\n{flow.AuthorizeUrl}\n\nThen enter the code that the page shows:");
    return await flow.ExchangeCodeAsync(Console.ReadLine() ?? string.Empty);
}
