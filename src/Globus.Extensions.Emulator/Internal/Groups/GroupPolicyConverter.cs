using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Seeding;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Reads policies through <see cref="GroupPolicyInput"/>: an absent timeout is the default, a null one means never.</summary>
internal sealed class GroupPolicyConverter : JsonConverter<EmulatorGroupPolicies>
{
    public override EmulatorGroupPolicies? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, SeedJsonContext.Default.GroupPolicyInput)?.ToPolicies();

    public override void Write(Utf8JsonWriter writer, EmulatorGroupPolicies value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, GroupPolicyInput.From(value), SeedJsonContext.Default.GroupPolicyInput);
}
