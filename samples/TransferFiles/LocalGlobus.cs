using System.Globalization;
using System.Text;
using Globus.Extensions.Emulator;
using Globus.Extensions.Emulator.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace TransferFiles;

/// <summary>
/// The local Globus where no client id is configured: the one that the settings point at if they do (the emulator prints them at its start),
/// else one that runs while this program runs, with a folder to copy and a line slow enough to watch. It keeps its tasks and files: what one
/// run has submitted goes on in the next.
/// </summary>
internal static class LocalGlobus
{
    private const int BytesPerSecond = 1_500_000;
    private const string Folder = "/home/survey/";

    /// <summary>The native app that it knows from the start.</summary>
    private const string ClientId = "00000000-0000-4000-a000-00000000cafe";

    private static readonly string Home = Path.Combine(DataFolder.FullName, "local-globus");
    private static readonly string StateFile = Path.Combine(Home, "state.json");

    /// <summary>Where requests wait that this one may not have accepted.</summary>
    public static string PendingFolder { get; } = Path.Combine(Home, "pending");

    public static Place Source { get; } = new(new Guid("c0111ec7-0000-4000-8000-000000000001"), Folder);

    public static Place Destination { get; } = new(new Guid("c0111ec7-0000-4000-8000-000000000002"), Folder);

    /// <summary>Uses the one that runs already, if the settings say where.</summary>
    public static bool TryUseRunning(ConfigurationManager configuration)
    {
        if ((configuration["Globus:ServiceUrls:transfer"] ?? configuration["GLOBUS_SDK_SERVICE_URL_TRANSFER"]) is null)
        {
            return false;
        }

        configuration["Globus:ClientId"] = ClientId;
        return true;
    }

    /// <summary>Sets up the one of this program.</summary>
    public static void Prepare(EmulatorHostingOptions options, bool isFresh)
    {
        var files = Survey();
        var seed = EmulatorSeed.CreateDefault();
        options.Emulator.Bandwidth = BytesPerSecond;
        options.Emulator.StateFile = StateFile;
        options.Emulator.DiscardState = isFresh;
        options.Emulator.Seed = seed with
        {
            Collections = [.. seed.Collections.Select(collection =>
                collection.Id.ToString("D") == Source.Collection.Value ? collection with { Files = Add(collection.Files, files) }
                : collection.Id.ToString("D") == Destination.Collection.Value ? collection with { Files = Add(collection.Files, files.Take(3)) } // For --sync-level to find.
                : collection)],
        };
    }

    /// <summary>Starts the one of this program.</summary>
    public static async Task StartAsync(IHost host, bool isFresh)
    {
        var isNew = isFresh || !File.Exists(StateFile);
        try
        {
            await host.StartAsync();
        }
        catch (InvalidDataException exception)
        {
            throw new AdviceException($"{exception.Message}\nWith --fresh this program begins anew by itself.", exception);
        }
        catch (IOException exception)
        {
            throw new AdviceException(
                $"""
                The local Globus of this program cannot start. {exception.Message}
                If another run is at work, wait until it ends. A local Globus for several programs at a time is one in a terminal of its own:

                  dotnet run --project src/Globus.Extensions.Emulator -- --port 9000

                """,
                exception);
        }

        if (isFresh && Directory.Exists(PendingFolder))
        {
            Directory.Delete(PendingFolder, recursive: true);
        }

        if (isNew)
        {
            Screen.Tell($"A local Globus with tasks and files of its own has been made in {Home}. --fresh makes a new one.");
        }
    }

    private static Dictionary<string, string> Add(IReadOnlyDictionary<string, string> files, IEnumerable<KeyValuePair<string, string>> more) => new([.. files, .. more]);

    /// <summary>A survey of some stations: small files and large ones, in folders, about 6 MB in all.</summary>
    private static Dictionary<string, string> Survey()
    {
        var files = new Dictionary<string, string> { [Folder + "readme.md"] = "# Survey\n\nHeights in metres, one line a day.\n" };
        for (var station = 1; station <= 6; station++)
        {
            for (var year = 2021; year <= 2026; year++)
            {
                files[string.Create(CultureInfo.InvariantCulture, $"{Folder}station-{station}/{year}.csv")] = Heights(year, lines: 2_000 * station + (500 * (year - 2020)));
            }

            files[string.Create(CultureInfo.InvariantCulture, $"{Folder}station-{station}/notes.tmp")] = "Not to be kept.\n";
        }

        return files;
    }

    private static string Heights(int year, int lines)
    {
        var text = new StringBuilder("year,line,height\n");
        for (var line = 1; line <= lines; line++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{year},{line},{400 + (line * 7919 % 1000 / 1000d):F3}\n");
        }

        return text.ToString();
    }
}
