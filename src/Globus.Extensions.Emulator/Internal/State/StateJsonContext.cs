using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Consents;
using Globus.Extensions.Emulator.Internal.Groups;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Policies;
using Globus.Extensions.Emulator.Internal.Projects;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;
using Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Management;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Globus.Extensions.Emulator.Internal.Transfer.Streams;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>The parts of the state file. Every member is written, null or not; what follows from others is not.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = StateDocument.MaxDepth)]
[JsonSerializable(typeof(ConsentState))]
[JsonSerializable(typeof(CollectionState))]
[JsonSerializable(typeof(Dictionary<Guid, bool?>))]
[JsonSerializable(typeof(IReadOnlyList<AccessRule>))]
[JsonSerializable(typeof(IReadOnlyList<AdminCancellation>))]
[JsonSerializable(typeof(IReadOnlyList<Bookmark>))]
[JsonSerializable(typeof(IReadOnlyList<ClientState>))]
[JsonSerializable(typeof(IReadOnlyList<Group>))]
[JsonSerializable(typeof(IReadOnlyList<Identity>))]
[JsonSerializable(typeof(IReadOnlyList<KnownScope>))]
[JsonSerializable(typeof(IReadOnlyList<PauseRule>))]
[JsonSerializable(typeof(IReadOnlyList<PolicyDocument>))]
[JsonSerializable(typeof(IReadOnlyList<Project>))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(IReadOnlyList<TaskState>))]
[JsonSerializable(typeof(IReadOnlyList<Tunnel>))]
[JsonSerializable(typeof(JournalHeader))]
[JsonSerializable(typeof(LoginState))]
[JsonSerializable(typeof(SigningKeyState))]
[JsonSerializable(typeof(TaskState))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
