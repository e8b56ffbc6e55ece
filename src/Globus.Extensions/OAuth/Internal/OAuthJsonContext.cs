using System.Text.Json.Serialization;

namespace Globus.Extensions.OAuth.Internal;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenIntrospection))]
internal sealed partial class OAuthJsonContext : JsonSerializerContext;
