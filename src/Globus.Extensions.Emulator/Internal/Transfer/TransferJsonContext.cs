using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Transfer.AccessRules;
using Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.JsonApi;
using Globus.Extensions.Emulator.Internal.Transfer.Management;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Globus.Extensions.Emulator.Internal.Transfer.Roles;
using Globus.Extensions.Emulator.Internal.Transfer.Streams;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>The documents of the Transfer service in which null is a value and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AccessCreateResult))]
[JsonSerializable(typeof(AccessRuleDocument))]
[JsonSerializable(typeof(AdminCancelDocument))]
[JsonSerializable(typeof(BookmarkDocument))]
[JsonSerializable(typeof(DataList<AccessRuleDocument>))]
[JsonSerializable(typeof(DataList<BookmarkDocument>))]
[JsonSerializable(typeof(DataList<EndpointDocument>))]
[JsonSerializable(typeof(DataList<PauseRuleDocument>))]
[JsonSerializable(typeof(DataList<RoleDocument>))]
[JsonSerializable(typeof(EndpointCreateResult))]
[JsonSerializable(typeof(EndpointDocument))]
[JsonSerializable(typeof(EndpointList))]
[JsonSerializable(typeof(FileDocument))]
[JsonSerializable(typeof(FileList))]
[JsonSerializable(typeof(JsonApiDocument<JsonApiResource<BookmarkAttributes, BookmarkRelationships>>))]
[JsonSerializable(typeof(JsonApiList<JsonApiResource<BookmarkAttributes, BookmarkRelationships>>))]
[JsonSerializable(typeof(JsonApiDocument<JsonApiResource<StreamAccessPointAttributes, StreamAccessPointRelationships>>))]
[JsonSerializable(typeof(JsonApiList<JsonApiResource<StreamAccessPointAttributes, StreamAccessPointRelationships>>))]
[JsonSerializable(typeof(JsonApiDocument<JsonApiResource<TunnelAttributes, TunnelRelationships>>))]
[JsonSerializable(typeof(JsonApiList<JsonApiResource<TunnelAttributes, TunnelRelationships>>))]
[JsonSerializable(typeof(JsonApiList<TunnelEventResource>))]
[JsonSerializable(typeof(ManagedTaskDocument))]
[JsonSerializable(typeof(ManagedTaskList))]
[JsonSerializable(typeof(MarkerList<SkippedError>))]
[JsonSerializable(typeof(MarkerList<SuccessfulTransfer>))]
[JsonSerializable(typeof(OffsetList<EventDocument>))]
[JsonSerializable(typeof(OffsetList<TaskDocument>))]
[JsonSerializable(typeof(PauseInfo))]
[JsonSerializable(typeof(PauseRuleDocument))]
[JsonSerializable(typeof(ResultDocument))]
[JsonSerializable(typeof(RoleDocument))]
[JsonSerializable(typeof(ServerDocument))]
[JsonSerializable(typeof(ServerList))]
[JsonSerializable(typeof(SharedEndpointList))]
[JsonSerializable(typeof(SubmissionResult))]
[JsonSerializable(typeof(TaskDocument))]
internal sealed partial class TransferJsonContext : JsonSerializerContext;
