using System.Text.Json.Serialization;

namespace Globus.Extensions.Principals.Internal;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreatedClient))]
[JsonSerializable(typeof(ClientRegistration))]
[JsonSerializable(typeof(ChildClientRegistration))]
[JsonSerializable(typeof(NativeAppInstance))]
internal sealed partial class PrincipalsJsonContext : JsonSerializerContext;
