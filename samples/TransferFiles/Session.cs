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
internal sealed class Session(TransferClient transfer, bool endsWithProgram, CancellationToken stopping)
{
    public TransferClient Transfer { get; } = transfer;

    /// <summary>Whether Globus itself, with its collections and tasks, lasts as long as this program.</summary>
    public bool EndsWithProgram { get; } = endsWithProgram;

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
        var endsWithProgram = builder.Configuration["Globus:ClientId"] is null && !LocalGlobus.TryUseRunning(builder.Configuration);
        var globus = builder.AddGlobus();
        if (endsWithProgram)
        {
            globus.UseEmulator(LocalGlobus.Prepare);
        }

        using var host = builder.Build();
        try
        {
            await host.StartAsync();
            var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            return await run(new Session(host.Services.GetRequiredService<TransferClient>(), endsWithProgram, stopping));
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
