using System.Text.Json.Serialization;

namespace Globus.Extensions.OpenId.Internal;

// A name that occurs twice could be read one way here and another way elsewhere.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(OpenIdConfiguration))]
[JsonSerializable(typeof(GlobusJsonWebKey))]
[JsonSerializable(typeof(JwkSet))]
[JsonSerializable(typeof(IdTokenClaims))]
[JsonSerializable(typeof(IdTokenHeader))]
internal sealed partial class OpenIdJsonContext : JsonSerializerContext;
