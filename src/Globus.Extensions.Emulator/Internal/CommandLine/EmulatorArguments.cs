using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Globus.Extensions.Emulator.Internal.CommandLine;

/// <summary>The arguments of the program.</summary>
internal sealed record EmulatorArguments
{
    public const string Usage =
        """
        Runs a local Globus for development and tests.

        Usage: Globus.Extensions.Emulator [--port PORT] [--seed FILE] [--collection NAME=FOLDER]... [--latency MS] [--bandwidth BYTES] [--faults FILE] [--state FILE [--fresh]] [--json]

          --port PORT               the port on 127.0.0.1; 0, the default, takes any free one
          --seed FILE               users, clients, groups and collections, as JSON; else a built-in seed
          --collection NAME=FOLDER  one more collection, with the files of that folder; can be given several times
          --latency MS              how many milliseconds every request waits before it is answered; 0 by default
          --bandwidth BYTES         how many bytes all transfers together may copy in a second; no limit by default
          --faults FILE             what goes wrong, and when, as JSON; nothing by default
          --state FILE              keep all that changes in this file, and the collections' files beside it, for the next start; give --port, too
          --fresh                   with --state: forget what is kept there, and begin anew
          --json                    print what is needed to use it as one line of JSON
          --help                    print this
        """;

    public int Port { get; private init; }

    public string? SeedFile { get; private init; }

    public TimeSpan Latency { get; private init; }

    public string? FaultFile { get; private init; }

    public string? StateFile { get; private init; }

    public bool Fresh { get; private init; }

    /// <summary>Bytes in a second.</summary>
    public long? Bandwidth { get; private init; }

    public IReadOnlyList<EmulatorCollection> Collections { get; private init; } = [];

    public bool Json { get; private init; }

    public bool Help { get; private init; }

    /// <summary>Reads the arguments; <paramref name="error"/> says what is wrong with them.</summary>
    public static bool TryParse(
        IEnumerable<string> args,
        [NotNullWhen(true)] out EmulatorArguments? arguments,
        [NotNullWhen(false)] out string? error)
    {
        arguments = null;
        var parsed = new EmulatorArguments();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var name))
        {
            switch (name)
            {
                case "--help" or "-h":
                    parsed = parsed with { Help = true };
                    break;
                case "--json":
                    parsed = parsed with { Json = true };
                    break;
                case "--fresh":
                    parsed = parsed with { Fresh = true };
                    break;
                case "--port" when rest.TryDequeue(out var text) && TryParsePort(text, out var port):
                    parsed = parsed with { Port = port };
                    break;
                case "--seed" when rest.TryDequeue(out var file):
                    parsed = parsed with { SeedFile = file };
                    break;
                case "--collection" when rest.TryDequeue(out var text) && TryParseCollection(text, out var collection):
                    parsed = parsed with { Collections = [.. parsed.Collections, collection] };
                    break;
                case "--latency" when rest.TryDequeue(out var text) && TryParseLatency(text, out var latency):
                    parsed = parsed with { Latency = latency };
                    break;
                case "--faults" when rest.TryDequeue(out var file):
                    parsed = parsed with { FaultFile = file };
                    break;
                case "--state" when rest.TryDequeue(out var file) && !string.IsNullOrWhiteSpace(file):
                    parsed = parsed with { StateFile = file };
                    break;
                case "--bandwidth" when rest.TryDequeue(out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bandwidth) && bandwidth > 0:
                    parsed = parsed with { Bandwidth = bandwidth };
                    break;
                case "--bandwidth":
                    error = "--bandwidth needs a number of bytes above 0.";
                    return false;
                case "--port":
                    error = "--port needs a number from 0 to 65535.";
                    return false;
                case "--latency":
                    error = $"--latency needs a number of milliseconds from 0 to {GlobusEmulatorOptions.MaxLatency.TotalMilliseconds}.";
                    return false;
                case "--collection":
                    error = "--collection needs NAME=FOLDER.";
                    return false;
                case "--seed" or "--faults" or "--state":
                    error = $"{name} needs a file.";
                    return false;
                default:
                    error = $"The argument '{name}' is not known.";
                    return false;
            }
        }

        error = parsed is { Fresh: true, StateFile: null } ? "--fresh is about the state: give --state, too." : null;
        arguments = error is null ? parsed : null;
        return error is null;
    }

    private static bool TryParsePort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue;

    private static bool TryParseCollection(string text, [NotNullWhen(true)] out EmulatorCollection? collection)
    {
        var sign = text.IndexOf('=');
        collection = sign > 0 && sign < text.Length - 1 && !string.IsNullOrWhiteSpace(text[..sign])
            ? new EmulatorCollection { DisplayName = text[..sign], Folder = text[(sign + 1)..] }
            : null;
        return collection is not null;
    }

    private static bool TryParseLatency(string text, out TimeSpan latency)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds);
        latency = TimeSpan.FromMilliseconds(milliseconds);
        return isNumber && latency <= GlobusEmulatorOptions.MaxLatency;
    }
}
