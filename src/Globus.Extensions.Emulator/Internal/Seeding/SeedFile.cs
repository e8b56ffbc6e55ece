using System.Text.Json;

namespace Globus.Extensions.Emulator.Internal.Seeding;

/// <summary>Reads a seed from a file and says precisely what is wrong with it.</summary>
internal static class SeedFile
{
    public static EmulatorSeed Load(string path)
    {
        var json = File.ReadAllBytes(path);
        try
        {
            var seed = JsonSerializer.Deserialize(json, SeedJsonContext.Default.EmulatorSeed)
                ?? throw new InvalidDataException($"The seed file '{path}' holds null; wanted is an object with users, clients and groups.");
            SeedValidator.Validate(seed);
            return seed;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"The seed file '{path}' is not valid at {exception.Path ?? "$"}, line {exception.LineNumber + 1}: {exception.Message}",
                exception);
        }
        catch (SeedException exception)
        {
            throw new InvalidDataException($"The seed file '{path}' is not valid at {exception.Path}: {exception.Message}", exception);
        }
    }
}
