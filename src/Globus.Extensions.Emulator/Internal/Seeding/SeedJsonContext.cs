using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Seeding;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(EmulatorSeed))]
[JsonSerializable(typeof(EmulatorGroupPolicies))]
internal sealed partial class SeedJsonContext : JsonSerializerContext;
