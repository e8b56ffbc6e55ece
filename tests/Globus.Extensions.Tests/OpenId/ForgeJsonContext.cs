using System.Text.Json.Serialization;
using Globus.Extensions.OpenId;

namespace Globus.Extensions.Tests.OpenId;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GlobusJsonWebKey))]
internal sealed partial class ForgeJsonContext : JsonSerializerContext;
