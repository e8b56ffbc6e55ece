using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Seeding;

namespace Globus.Extensions.Emulator.Internal.Faults;

/// <summary>Reads a fault script from a file and says precisely what is wrong with it.</summary>
internal static class FaultFile
{
    public static IReadOnlyList<EmulatorFault> Load(string path)
    {
        var json = File.ReadAllBytes(path);
        List<EmulatorFault?> faults;
        try
        {
            faults = JsonSerializer.Deserialize(json, SeedJsonContext.Default.ListEmulatorFault)
                ?? throw new InvalidDataException($"The fault script '{path}' holds null; wanted is an array of faults.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"The fault script '{path}' is not valid at {exception.Path ?? "$"}, line {exception.LineNumber + 1}: {exception.Message}",
                exception);
        }

        for (var i = 0; i < faults.Count; i++)
        {
            if ((faults[i] is { } fault ? FaultProblems.Of(fault) : "null is no fault.") is { } problem)
            {
                throw new InvalidDataException($"The fault script '{path}' is not valid at $[{i}]: {problem}");
            }
        }

        return faults!;
    }
}
