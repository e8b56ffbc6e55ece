using System.Text.Json;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>A piece of what the emulator knows, as it stands in the state file.</summary>
internal interface IStatePart
{
    /// <summary>The member of the document.</summary>
    string Name { get; }

    /// <summary>Takes what is known now; what it gives writes that, whatever has changed since.</summary>
    Action<Utf8JsonWriter> Capture();

    /// <summary>Puts what was written in the place of what is known now.</summary>
    void Read(JsonElement element);
}
