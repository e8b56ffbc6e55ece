using Globus.Extensions;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginWorker;
using Microsoft.Extensions.DependencyInjection;

// A console program as a user would write it, without a host: logs in by the flow that it is told, and says what came of it.
if (args is not [var flow, var clientId, var auth])
{
    throw new InvalidOperationException($"Not understood: {string.Join(' ', args)}");
}

var services = new ServiceCollection();
var isDefault = flow == "default";
if (!isDefault)
{
    services.AddSingleton<IBrowserLauncher, IdleBrowserLauncher>();
}

services.AddGlobus(options =>
{
    options.ClientId = clientId;
    options.ServiceUrls["auth"] = auth;
    options.Services.Add("auth");
    options.TokenStorage = "memory";
    if (!isDefault)
    {
        options.LoginFlows.Add(flow);
    }

    options.LoginCommand = "worker login";
});
await using var provider = services.BuildServiceProvider();
try
{
    await provider.GetRequiredService<IGlobusApp>().LoginAsync();
    Console.WriteLine("RESULT logged in");
}
catch (Exception exception)
{
    Console.WriteLine($"RESULT {exception.GetType().Name}: {exception.Message}");
}
