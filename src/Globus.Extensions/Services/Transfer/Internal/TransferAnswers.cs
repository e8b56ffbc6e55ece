using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>How the answers of Globus Transfer are read and written: a member that is not what it should be spoils none of them.</summary>
internal static class TransferAnswers
{
    public static readonly JsonSerializerOptions Options = new ForgivingResolver(TransferJsonContext.Default)
        .Add<AccessRule>()
        .Add<Bookmark>()
        .Add<BookmarkTarget>()
        .Add<BookmarkV2>()
        .Add<CreatedAccessRule>()
        .Add<CreatedEndpoint>()
        .Add<Endpoint>()
        .Add<EndpointRole>()
        .Add<EndpointServer>()
        .Add<PauseRule>()
        .Add<SkippedError>()
        .Add<StreamAccessPoint>()
        .Add<SubmissionResult>()
        .Add<SuccessfulTransfer>()
        .Add<TaskCancellation>()
        .Add<TaskEvent>()
        .Add<TaskFatalError>()
        .Add<TaskLink>()
        .Add<TaskPauseInfo>()
        .Add<TaskPauseRule>()
        .Add<TransferFile>()
        .Add<TransferFilterRule>()
        .Add<TransferResult>()
        .Add<TransferTask>()
        .Add<Tunnel>()
        .Add<TunnelEvent>()
        .ToOptions();

    public static readonly JsonTypeInfo<AccessRule> AccessRule = Get<AccessRule>();

    public static readonly JsonTypeInfo<Bookmark> Bookmark = Get<Bookmark>();

    public static readonly JsonTypeInfo<BookmarkV2> BookmarkV2 = Get<BookmarkV2>();

    public static readonly JsonTypeInfo<CreatedAccessRule> CreatedAccessRule = Get<CreatedAccessRule>();

    public static readonly JsonTypeInfo<CreatedEndpoint> CreatedEndpoint = Get<CreatedEndpoint>();

    public static readonly JsonTypeInfo<Endpoint> Endpoint = Get<Endpoint>();

    public static readonly JsonTypeInfo<EndpointRole> EndpointRole = Get<EndpointRole>();

    public static readonly JsonTypeInfo<EndpointServer> EndpointServer = Get<EndpointServer>();

    public static readonly JsonTypeInfo<JsonApiDocument> JsonApiDocument = Get<JsonApiDocument>();

    public static readonly JsonTypeInfo<JsonApiList<JsonElement>> JsonApiListJsonElement = Get<JsonApiList<JsonElement>>();

    public static readonly JsonTypeInfo<PauseRule> PauseRule = Get<PauseRule>();

    public static readonly JsonTypeInfo<StreamAccessPoint> StreamAccessPoint = Get<StreamAccessPoint>();

    public static readonly JsonTypeInfo<SubmissionIdDocument> SubmissionIdDocument = Get<SubmissionIdDocument>();

    public static readonly JsonTypeInfo<SubmissionResult> SubmissionResult = Get<SubmissionResult>();

    public static readonly JsonTypeInfo<TaskCancellation> TaskCancellation = Get<TaskCancellation>();

    public static readonly JsonTypeInfo<TaskPauseInfo> TaskPauseInfo = Get<TaskPauseInfo>();

    public static readonly JsonTypeInfo<TransferFile> TransferFile = Get<TransferFile>();

    public static readonly JsonTypeInfo<TransferList<AccessRule>> AccessRuleList = Get<TransferList<AccessRule>>();

    public static readonly JsonTypeInfo<TransferList<Bookmark>> BookmarkList = Get<TransferList<Bookmark>>();

    public static readonly JsonTypeInfo<TransferList<Endpoint>> EndpointList = Get<TransferList<Endpoint>>();

    public static readonly JsonTypeInfo<TransferList<EndpointRole>> EndpointRoleList = Get<TransferList<EndpointRole>>();

    public static readonly JsonTypeInfo<TransferList<EndpointServer>> EndpointServerList = Get<TransferList<EndpointServer>>();

    public static readonly JsonTypeInfo<TransferList<PauseRule>> PauseRuleList = Get<TransferList<PauseRule>>();

    public static readonly JsonTypeInfo<TransferList<SkippedError>> SkippedErrorList = Get<TransferList<SkippedError>>();

    public static readonly JsonTypeInfo<TransferList<SuccessfulTransfer>> SuccessfulTransferList = Get<TransferList<SuccessfulTransfer>>();

    public static readonly JsonTypeInfo<TransferList<TaskEvent>> TaskEventList = Get<TransferList<TaskEvent>>();

    public static readonly JsonTypeInfo<TransferList<TransferFile>> TransferFileList = Get<TransferList<TransferFile>>();

    public static readonly JsonTypeInfo<TransferList<TransferTask>> TransferTaskList = Get<TransferList<TransferTask>>();

    public static readonly JsonTypeInfo<TransferResult> TransferResult = Get<TransferResult>();

    public static readonly JsonTypeInfo<TransferTask> TransferTask = Get<TransferTask>();

    public static readonly JsonTypeInfo<Tunnel> Tunnel = Get<Tunnel>();

    public static readonly JsonTypeInfo<TunnelEvent> TunnelEvent = Get<TunnelEvent>();

    private static JsonTypeInfo<T> Get<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
