using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Groups.Internal;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(IReadOnlyList<Group>))]
internal sealed partial class GroupsJsonContext : JsonSerializerContext;
