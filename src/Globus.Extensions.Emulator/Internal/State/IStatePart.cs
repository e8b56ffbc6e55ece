using System.Text.Json;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>A piece of what the emulator knows, as it stands in the state file.</summary>
internal interface IStatePart
{
    /// <summary>The member of the document.</summary>
    string Name { get; }

    /// <summary>Writes what is known now.</summary>
    void Write(Utf8JsonWriter writer);

    /// <summary>Puts what was written in the place of what is known now.</summary>
    void Read(JsonElement element);
}
