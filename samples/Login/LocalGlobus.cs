using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Login;

/// <summary>
/// The local Globus that stands in where no client id is configured. It runs as a program of its own, since what is stored has to mean something
/// to the next command, too.
/// </summary>
internal static class LocalGlobus
{
    private const string DefaultUrl = "http://127.0.0.1:9000/";

    /// <summary>The native app that it knows from the start.</summary>
    private const string ClientId = "00000000-0000-4000-a000-00000000cafe";

    private static readonly string[] Services = ["auth", "groups", "transfer"];

    /// <summary>Points the settings at it; where it runs elsewhere than by default, the variables that it prints at its start say so.</summary>
    public static void AddTo(ConfigurationManager configuration)
    {
        var settings = new Dictionary<string, string?> { ["Globus:ClientId"] = ClientId };
        foreach (var service in Services)
        {
            var variable = $"GLOBUS_SDK_SERVICE_URL_{service.ToUpperInvariant()}";
            settings[$"Globus:ServiceUrls:{service}"] = configuration[$"Globus:ServiceUrls:{service}"] ?? configuration[variable] ?? $"{DefaultUrl}{service}/";
        }

        configuration.AddInMemoryCollection(settings);
    }

    /// <summary>Looks whether it is there, before a browser is opened on nothing.</summary>
    public static async Task CheckAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (configuration["Globus:ClientId"] != ClientId || !Uri.TryCreate(configuration["Globus:ServiceUrls:auth"], UriKind.Absolute, out var url))
        {
            return;
        }

        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(url.Host, url.Port, cancellationToken);
        }
        catch (SocketException exception)
        {
            throw new AdviceException(
                $"""
                No client id is configured, and no local Globus answers at {url.GetLeftPart(UriPartial.Authority)}. Start one in another terminal,

                  dotnet run --project src/Globus.Extensions.Emulator -- --port 9000

                or name the client id of an app that is registered with Globus: --client-id, or the setting Globus:ClientId.
                """,
                exception);
        }
    }
}
