// Prints the groups of whoever is logged in as CSV. Without a client id in the configuration it brings its own local Globus.
using Globus.Extensions;
using ListGroups;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

// A host is in production unless it is told otherwise, and there the local Globus refuses to run. DOTNET_ENVIRONMENT and --environment win over this.
var defaults = new ConfigurationManager { [HostDefaults.EnvironmentKey] = Environments.Development };
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, Configuration = defaults, ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddCommandLine(args, new Dictionary<string, string> { ["--login"] = "Globus:LoginFlows:0" });
builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);

var globus = builder.AddGlobus();
if (builder.Configuration["Globus:ClientId"] is null)
{
    globus.UseEmulator();
}

using var host = builder.Build();
try
{
    await host.StartAsync();
    var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    await host.Services.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: stopping);
    var groups = await host.Services.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: stopping);
    await GroupsCsv.WriteAsync(groups, Console.Out, stopping);

    await host.StopAsync(CancellationToken.None);
    return 0;
}
catch (OperationCanceledException)
{
    await host.StopAsync(CancellationToken.None);
    return 130; // Ctrl-C, as shells know it
}
catch (Exception exception) when (exception is GlobusException or OptionsValidationException or HttpRequestException or TimeoutException or InvalidOperationException)
{
    await host.StopAsync(CancellationToken.None);
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
