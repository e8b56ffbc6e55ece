using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth.Internal;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UserInfo))]
[JsonSerializable(typeof(AuthAnswer))]
[JsonSerializable(typeof(ProjectCreation))]
[JsonSerializable(typeof(ProjectUpdate))]
[JsonSerializable(typeof(PolicyCreation))]
[JsonSerializable(typeof(PolicyUpdate))]
[JsonSerializable(typeof(ClientUpdate))]
[JsonSerializable(typeof(IdentityProviderId?))]
[JsonSerializable(typeof(CredentialCreation))]
[JsonSerializable(typeof(ScopeCreation))]
[JsonSerializable(typeof(ScopeUpdate))]
internal sealed partial class AuthJsonContext : JsonSerializerContext;
