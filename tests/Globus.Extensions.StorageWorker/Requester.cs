using Globus.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.StorageWorker;

/// <summary>An application with a user's login in a shared token file or database: it lists the user's groups, and says how many there are.</summary>
internal static class Requester
{
    public static async Task<int> RunAsync(string storage, string path, string clientId, string auth, string groups)
    {
        var services = new ServiceCollection();
        services.AddGlobus(options =>
        {
            options.ClientId = clientId;
            options.TokenStorage = storage;
            options.TokenFilePath = path;
            options.OnLoginRequired = LoginRequiredBehavior.Throw;
            options.ServiceUrls[GlobusServices.Auth] = auth;
            options.ServiceUrls[GlobusServices.Groups] = groups;
        }).AddSqliteTokenStorage();
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<GroupsClient>();
        await Talk.ReadyAsync();
        Talk.Say((await client.GetMyGroupsAsync()).Count);
        return 0;
    }
}
