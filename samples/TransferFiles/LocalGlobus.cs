using System.Globalization;
using System.Text;
using Globus.Extensions.Emulator;
using Globus.Extensions.Emulator.Hosting;
using Microsoft.Extensions.Configuration;

namespace TransferFiles;

/// <summary>
/// The local Globus where no client id is configured: the one that the settings point at if they do (the program prints them at its start),
/// else one that starts and ends with this program, with a folder to copy and a line slow enough to watch.
/// </summary>
internal static class LocalGlobus
{
    private const int BytesPerSecond = 1_500_000;
    private const string Folder = "/home/survey/";

    /// <summary>The native app that it knows from the start.</summary>
    private const string ClientId = "00000000-0000-4000-a000-00000000cafe";

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

    /// <summary>Sets up the one that ends with this program.</summary>
    public static void Prepare(EmulatorHostingOptions options)
    {
        var files = Survey();
        var seed = EmulatorSeed.CreateDefault();
        options.Emulator.Bandwidth = BytesPerSecond;
        options.Emulator.Seed = seed with
        {
            Collections = [.. seed.Collections.Select(collection =>
                collection.Id.ToString("D") == Source.Collection.Value ? collection with { Files = Add(collection.Files, files) }
                : collection.Id.ToString("D") == Destination.Collection.Value ? collection with { Files = Add(collection.Files, files.Take(3)) } // For --sync-level to find.
                : collection)],
        };
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
