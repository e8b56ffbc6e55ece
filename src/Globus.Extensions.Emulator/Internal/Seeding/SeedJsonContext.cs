using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Groups;

namespace Globus.Extensions.Emulator.Internal.Seeding;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    WriteIndented = true)]
[JsonSerializable(typeof(EmulatorSeed))]
[JsonSerializable(typeof(List<EmulatorFault?>))]
[JsonSerializable(typeof(EmulatorGroupPolicies))]
[JsonSerializable(typeof(GroupPolicyInput))]
internal sealed partial class SeedJsonContext : JsonSerializerContext;
