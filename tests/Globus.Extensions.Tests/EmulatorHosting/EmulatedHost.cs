using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Emulator.Hosting;
using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Tests.EmulatorHosting;

/// <summary>Hosts whose default app works with an emulator of the host's own.</summary>
internal static class EmulatedHost
{
    public static IHost Build(
        IEnumerable<string>? settings = null, Action<EmulatorHostingOptions>? emulator = null, Action<GlobusBuilder>? globus = null, string environment = "Development")
    {
        var builder = TestApps.Host(settings ?? []);
        builder.Environment.EnvironmentName = environment;
        var added = builder.AddGlobus().UseEmulator(emulator);
        globus?.Invoke(added);
        return builder.Build();
    }

    public static async Task<IHost> StartAsync(
        IEnumerable<string>? settings = null, Action<EmulatorHostingOptions>? emulator = null, Action<GlobusBuilder>? globus = null, string environment = "Development")
    {
        var host = Build(settings, emulator, globus, environment);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public static int PortOf(IHost host) => new Uri(host.Services.Options().ServiceUrls["groups"]).Port;
}
