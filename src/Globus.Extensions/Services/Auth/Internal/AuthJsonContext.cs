using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Auth.Internal;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UserInfo))]
internal sealed partial class AuthJsonContext : JsonSerializerContext;
