using Globus.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.SqliteWorker;

/// <summary>Makes one request with what the database holds, and says that it succeeded.</summary>
internal static class Renewer
{
    public static async Task<int> RunAsync(string path, string clientId, string authUrl, string groupsUrl)
    {
        var services = new ServiceCollection();
        services.AddGlobus(options =>
        {
            options.ClientId = clientId;
            options.TokenStorage = "sqlite";
            options.TokenFilePath = path;
            options.TokenNamespace = "DEFAULT";
            options.RequestRefreshTokens = true;
            options.OnLoginRequired = LoginRequiredBehavior.Throw;
            options.ServiceUrls[GlobusServices.Auth] = authUrl;
            options.ServiceUrls[GlobusServices.Groups] = groupsUrl;
        }).AddSqliteTokenStorage();
        await using var provider = services.BuildServiceProvider();
        var groups = provider.GetRequiredService<GroupsClient>();
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        _ = await groups.GetMyGroupsAsync();
        await Console.Out.WriteLineAsync("done");
        return 0;
    }
}
