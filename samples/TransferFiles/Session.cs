using System.Text.Json;
using Globus.Extensions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace TransferFiles;

/// <summary>One run: a host with the app in it, and an exit code for whatever comes of it.</summary>
internal sealed class Session(TransferClient transfer, bool isLocal, CancellationToken stopping)
{
    public TransferClient Transfer { get; } = transfer;

    /// <summary>Whether Globus is the local one, which stops with this program and goes on with the next run.</summary>
    public bool IsLocal { get; } = isLocal;

    /// <summary>Where requests wait that may not have been accepted.</summary>
    public string PendingFolder => IsLocal ? LocalGlobus.PendingFolder : DataFolder.FullName;

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Stopping { get; } = stopping;

    public static async Task<int> RunAsync(Arguments arguments, Func<Session, Task<int>> run)
    {
        // A host is in production unless it is told otherwise, and there the local Globus refuses to run.
        var defaults = new ConfigurationManager { [HostDefaults.EnvironmentKey] = Environments.Development };
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Configuration = defaults, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (arguments.IsVerbose)
        {
            builder.Configuration["Logging:LogLevel:Globus.Extensions"] = nameof(LogLevel.Debug);
        }

        builder.Configuration["Globus:ClientId"] = arguments.ClientId ?? builder.Configuration["Globus:ClientId"];
        var isLocal = builder.Configuration["Globus:ClientId"] is null && !LocalGlobus.TryUseRunning(builder.Configuration);
        if (arguments.IsFresh && !isLocal)
        {
            Screen.Fail("--fresh is about the local Globus of this program, and the settings name another one.");
            return ExitCodes.WrongUsage;
        }

        var globus = builder.AddGlobus();
        if (isLocal)
        {
            globus.UseEmulator(options => LocalGlobus.Prepare(options, arguments.IsFresh));
        }

        using var host = builder.Build();
        try
        {
            await (isLocal ? LocalGlobus.StartAsync(host, arguments.IsFresh) : host.StartAsync());
            var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            return await run(new Session(host.Services.GetRequiredService<TransferClient>(), isLocal, stopping));
        }
        catch (OperationCanceledException)
        {
            Screen.Tell("Cancelled.");
            return ExitCodes.Interrupted;
        }
        catch (HttpRequestException exception)
        {
            Screen.Fail($"Globus cannot be reached: {Troubles.Describe(exception)}");
            return ExitCodes.Failure;
        }
        catch (Exception exception) when (exception is AdviceException or GlobusException or OptionsValidationException or TimeoutException
            or InvalidOperationException or IOException or UnauthorizedAccessException or JsonException or ArgumentException)
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
