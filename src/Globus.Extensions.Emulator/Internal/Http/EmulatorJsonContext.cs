using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.CommandLine;
using Globus.Extensions.Emulator.Internal.Consents;
using Globus.Extensions.Emulator.Internal.Faults;
using Globus.Extensions.Emulator.Internal.Groups;
using Globus.Extensions.Emulator.Internal.OAuth;
using Globus.Extensions.Emulator.Internal.Tokens;
using Globus.Extensions.Emulator.Internal.Transfer;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>Every document that goes over the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuthErrorDocument))]
[JsonSerializable(typeof(ConsentList))]
[JsonSerializable(typeof(DiscoveryDocument))]
[JsonSerializable(typeof(GroupChildrenDocument))]
[JsonSerializable(typeof(GroupDocument))]
[JsonSerializable(typeof(GroupErrorDocument))]
[JsonSerializable(typeof(GroupPolicyDocument))]
[JsonSerializable(typeof(InvalidBody))]
[JsonSerializable(typeof(IReadOnlyList<GroupDocument>))]
[JsonSerializable(typeof(IReadOnlyList<TokenResponse>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(Dictionary<string, List<MembershipError>>))]
[JsonSerializable(typeof(Dictionary<Guid, Dictionary<string, int>>))]
[JsonSerializable(typeof(Dictionary<Guid, IReadOnlyDictionary<string, string?>>))]
[JsonSerializable(typeof(Dictionary<Guid, PreferenceDocument>))]
[JsonSerializable(typeof(List<MembershipDocument>))]
[JsonSerializable(typeof(IdTokenClaims))]
[JsonSerializable(typeof(IntrospectionResponse))]
[JsonSerializable(typeof(JsonWebKeySet))]
[JsonSerializable(typeof(JwtHeader))]
[JsonSerializable(typeof(RequirementsDocument))]
[JsonSerializable(typeof(StartupReport))]
[JsonSerializable(typeof(SubmissionId))]
[JsonSerializable(typeof(SubscriptionGroupDocument))]
[JsonSerializable(typeof(VerificationDocument))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(TransferErrorDocument))]
[JsonSerializable(typeof(UserInfoResponse))]
internal sealed partial class EmulatorJsonContext : JsonSerializerContext;
