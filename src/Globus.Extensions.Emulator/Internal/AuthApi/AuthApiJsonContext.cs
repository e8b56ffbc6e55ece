using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Policies;
using Globus.Extensions.Emulator.Internal.Projects;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.AuthApi;

/// <summary>The documents of the API; what is unknown in them is null, not absent.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Dictionary<string, ProjectDocument>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<ProjectDocument>>))]
[JsonSerializable(typeof(Dictionary<string, PolicyDocument>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<PolicyDocument>>))]
[JsonSerializable(typeof(Dictionary<string, ClientDocument>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<ClientDocument>>))]
[JsonSerializable(typeof(Dictionary<string, CredentialDocument>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<CredentialDocument>>))]
[JsonSerializable(typeof(Dictionary<string, ScopeDocument>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<ScopeDocument>>))]
[JsonSerializable(typeof(Dictionary<string, IdentityDocument>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<IdentityDocument>>))]
[JsonSerializable(typeof(Dictionary<string, IdentityProviderDocument>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<IdentityProviderDocument>>))]
[JsonSerializable(typeof(NativeAppInstance))]
internal sealed partial class AuthApiJsonContext : JsonSerializerContext;
