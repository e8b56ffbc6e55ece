namespace Globus.Extensions.Emulator.Internal.Seeding;

/// <summary>A seed that contradicts itself, with the place as a JSON path.</summary>
internal sealed class SeedException(string path, string message) : ArgumentException(message)
{
    public string Path { get; } = path;
}
