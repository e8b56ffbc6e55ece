using System.CommandLine;
using Globus.Extensions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Login;

/// <summary>One command's run: a host with the app in it, and an exit code for whatever comes of it.</summary>
internal sealed class Session(IServiceProvider services, CancellationToken stopping)
{
    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Stopping { get; } = stopping;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Runs a command on the Globus that the settings name, else on the local one.</summary>
    public static Task<int> RunAsync(ParseResult arguments, Func<Session, Task> command) => RunAsync(
        arguments,
        builder =>
        {
            if (arguments.GetValue(CommonOptions.ClientId) is { } clientId)
            {
                builder.Configuration["Globus:ClientId"] = clientId;
            }

            if (builder.Configuration["Globus:ClientId"] is null)
            {
                LocalGlobus.AddTo(builder.Configuration);
            }

            builder.AddGlobus();
        },
        command);

    /// <summary>Runs a command on whatever Globus is added to the host.</summary>
    public static async Task<int> RunAsync(ParseResult arguments, Action<HostApplicationBuilder> addGlobus, Func<Session, Task> command)
    {
        // A host is in production unless it is told otherwise, and there the local Globus of the demo refuses to run.
        var defaults = new ConfigurationManager { [HostDefaults.EnvironmentKey] = Environments.Development };
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Configuration = defaults, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (arguments.GetValue(CommonOptions.Verbose))
        {
            builder.Configuration["Logging:LogLevel:Globus.Extensions"] = nameof(LogLevel.Debug);
        }

        addGlobus(builder);
        using var host = builder.Build();
        try
        {
            await host.StartAsync();
            await command(new Session(host.Services, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
            return ExitCodes.Success;
        }
        catch (OperationCanceledException)
        {
            Screen.Tell("Cancelled.");
            return ExitCodes.Interrupted;
        }
        catch (Exception exception) when (exception is AdviceException or GlobusException or OptionsValidationException or HttpRequestException or TimeoutException
            or InvalidOperationException or FormatException or ArgumentException)
        {
            Screen.Fail(exception.Message);
            return ExitCodes.Failure;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }
}
