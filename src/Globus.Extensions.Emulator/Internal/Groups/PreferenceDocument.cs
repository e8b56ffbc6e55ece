using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>What an identity prefers; null where it has not said.</summary>
internal sealed record PreferenceDocument([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? AllowAdd);
