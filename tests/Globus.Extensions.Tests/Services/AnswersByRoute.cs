using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Services.Groups.Internal;
using Globus.Extensions.Services.Transfer.Internal;
using Globus.Extensions.Tests.Services.Transfer;

namespace Globus.Extensions.Tests.Services;

/// <summary>
/// Reads the answer of any route of Groups and Transfer by the model that its operation reads it by, and tells what it loses. So an example of
/// any operation can be checked, whether somebody has written a test for its file or not.
/// </summary>
internal static class AnswersByRoute
{
    private static readonly Dictionary<string, Func<JsonNode, string?>> Groups = new(StringComparer.Ordinal)
    {
        ["GET /v2/groups/my_groups"] = Document(GroupsAnswers.Groups),
        ["GET /v2/groups/statuses"] = Document(GroupsAnswers.StatusCounts),
        ["POST /v2/groups"] = Document(GroupsAnswers.Group),
        ["GET /v2/groups/*"] = Document(GroupsAnswers.Group),
        ["PUT /v2/groups/*"] = Document(GroupsAnswers.Group),
        ["DELETE /v2/groups/*"] = Document(GroupsAnswers.Group),
        ["POST /v2/groups/*"] = Document(GroupsAnswers.MembershipActionResult),
        ["GET /v2/groups/*/children"] = Document(GroupsAnswers.GroupChildren),
        ["GET /v2/groups/*/policies"] = Document(GroupsAnswers.GroupPolicies),
        ["PUT /v2/groups/*/policies"] = Document(GroupsAnswers.GroupPolicies),
        ["GET /v2/groups/*/membership_fields"] = Document(GroupsAnswers.MembershipFields),
        ["PUT /v2/groups/*/membership_fields"] = Document(GroupsAnswers.MembershipFields),
        ["PUT /v2/groups/*/subscription_admin_verified"] = Document(GroupsAnswers.GroupVerification),
        ["GET /v2/subscription_info/*"] = Document(GroupsAnswers.SubscriptionGroup),
        ["GET /v2/preferences"] = Document(GroupsAnswers.Preferences),
        ["PUT /v2/preferences"] = Document(GroupsAnswers.Preferences),
    };

    private static readonly Dictionary<string, Func<JsonNode, string?>> Transfer = new(StringComparer.Ordinal)
    {
        ["GET submission_id"] = Document(TransferAnswers.SubmissionIdDocument),
        ["POST transfer"] = Document(TransferAnswers.SubmissionResult),
        ["POST delete"] = Document(TransferAnswers.SubmissionResult),

        ["GET task_list"] = Document(TransferAnswers.TransferTaskList),
        ["GET task/*"] = Document(TransferAnswers.TransferTask),
        ["PUT task/*"] = Document(TransferAnswers.TransferResult),
        ["POST task/*/cancel"] = Document(TransferAnswers.TransferResult),
        ["POST task/*/remove"] = Document(TransferAnswers.TransferResult),
        ["GET task/*/event_list"] = Document(TransferAnswers.TaskEventList),
        ["GET task/*/pause_info"] = Document(TransferAnswers.TaskPauseInfo),
        ["GET task/*/successful_transfers"] = Document(TransferAnswers.SuccessfulTransferList),
        ["GET task/*/skipped_errors"] = Document(TransferAnswers.SkippedErrorList),

        ["GET operation/endpoint/*/ls"] = Document(TransferAnswers.TransferFileList),
        ["GET operation/endpoint/*/stat"] = Document(TransferAnswers.TransferFile),
        ["POST operation/endpoint/*/mkdir"] = Document(TransferAnswers.TransferResult),
        ["POST operation/endpoint/*/rename"] = Document(TransferAnswers.TransferResult),
        ["POST operation/endpoint/*/symlink"] = Document(TransferAnswers.TransferResult),

        ["GET endpoint_search"] = Document(TransferAnswers.EndpointList),
        ["POST endpoint"] = Document(TransferAnswers.CreatedEndpoint),
        ["POST shared_endpoint"] = Document(TransferAnswers.CreatedEndpoint),
        ["GET endpoint/*"] = Document(TransferAnswers.Endpoint),
        ["PUT endpoint/*"] = Document(TransferAnswers.TransferResult),
        ["DELETE endpoint/*"] = Document(TransferAnswers.TransferResult),
        ["PUT endpoint/*/subscription"] = Document(TransferAnswers.TransferResult),
        ["PUT endpoint/*/subscription_admin_verified"] = Document(TransferAnswers.TransferResult),
        ["GET endpoint/*/my_effective_pause_rule_list"] = Document(TransferAnswers.PauseRuleList),
        ["GET endpoint/*/my_shared_endpoint_list"] = Document(TransferAnswers.EndpointList),
        ["GET endpoint/*/shared_endpoint_list"] = Document(TransferAnswers.EndpointList),
        ["GET endpoint/*/server_list"] = Document(TransferAnswers.EndpointServerList),
        ["GET endpoint/*/server/*"] = Document(TransferAnswers.EndpointServer),
        ["GET endpoint/*/role_list"] = Document(TransferAnswers.EndpointRoleList),
        ["POST endpoint/*/role"] = Document(TransferAnswers.EndpointRole),
        ["GET endpoint/*/role/*"] = Document(TransferAnswers.EndpointRole),
        ["DELETE endpoint/*/role/*"] = Document(TransferAnswers.TransferResult),
        ["GET endpoint/*/access_list"] = Document(TransferAnswers.AccessRuleList),
        ["POST endpoint/*/access"] = Document(TransferAnswers.CreatedAccessRule),
        ["GET endpoint/*/access/*"] = Document(TransferAnswers.AccessRule),
        ["PUT endpoint/*/access/*"] = Document(TransferAnswers.TransferResult),
        ["DELETE endpoint/*/access/*"] = Document(TransferAnswers.TransferResult),

        ["GET bookmark_list"] = Document(TransferAnswers.BookmarkList),
        ["POST bookmark"] = Document(TransferAnswers.Bookmark),
        ["GET bookmark/*"] = Document(TransferAnswers.Bookmark),
        ["PUT bookmark/*"] = Document(TransferAnswers.Bookmark),
        ["DELETE bookmark/*"] = Document(TransferAnswers.TransferResult),

        ["GET endpoint_manager/monitored_endpoints"] = Document(TransferAnswers.EndpointList),
        ["GET endpoint_manager/endpoint/*"] = Document(TransferAnswers.Endpoint),
        ["GET endpoint_manager/endpoint/*/hosted_endpoint_list"] = Document(TransferAnswers.EndpointList),
        ["GET endpoint_manager/endpoint/*/access_list"] = Document(TransferAnswers.AccessRuleList),
        ["GET endpoint_manager/task_list"] = Document(TransferAnswers.TransferTaskList),
        ["GET endpoint_manager/task/*"] = Document(TransferAnswers.TransferTask),
        ["GET endpoint_manager/task/*/event_list"] = Document(TransferAnswers.TaskEventList),
        ["GET endpoint_manager/task/*/pause_info"] = Document(TransferAnswers.TaskPauseInfo),
        ["GET endpoint_manager/task/*/successful_transfers"] = Document(TransferAnswers.SuccessfulTransferList),
        ["GET endpoint_manager/task/*/skipped_errors"] = Document(TransferAnswers.SkippedErrorList),
        ["POST endpoint_manager/admin_cancel"] = Document(TransferAnswers.TaskCancellation),
        ["GET endpoint_manager/admin_cancel/*"] = Document(TransferAnswers.TaskCancellation),
        ["POST endpoint_manager/admin_pause"] = Document(TransferAnswers.TransferResult),
        ["POST endpoint_manager/admin_resume"] = Document(TransferAnswers.TransferResult),
        ["GET endpoint_manager/pause_rule_list"] = Document(TransferAnswers.PauseRuleList),
        ["POST endpoint_manager/pause_rule"] = Document(TransferAnswers.PauseRule),
        ["GET endpoint_manager/pause_rule/*"] = Document(TransferAnswers.PauseRule),
        ["PUT endpoint_manager/pause_rule/*"] = Document(TransferAnswers.PauseRule),
        ["DELETE endpoint_manager/pause_rule/*"] = Document(TransferAnswers.TransferResult),

        ["GET tunnels"] = Resources(JsonApiShapes.Tunnel, TransferAnswers.Tunnel),
        ["POST tunnels"] = Resource(JsonApiShapes.Tunnel, TransferAnswers.Tunnel),
        ["GET tunnels/*"] = Resource(JsonApiShapes.Tunnel, TransferAnswers.Tunnel),
        ["PATCH tunnels/*"] = Resource(JsonApiShapes.Tunnel, TransferAnswers.Tunnel),
        ["DELETE tunnels/*"] = static _ => null,
        ["GET tunnels/*/events"] = Resources(JsonApiShapes.TunnelEvent, TransferAnswers.TunnelEvent),
        ["GET stream_access_points"] = Resources(JsonApiShapes.StreamAccessPoint, TransferAnswers.StreamAccessPoint),
        ["GET stream_access_points/*"] = Resource(JsonApiShapes.StreamAccessPoint, TransferAnswers.StreamAccessPoint),
        ["GET bookmarks"] = Resources(JsonApiShapes.Bookmark, TransferAnswers.BookmarkV2),
        ["POST bookmarks"] = Resource(JsonApiShapes.Bookmark, TransferAnswers.BookmarkV2),
        ["GET bookmarks/*"] = Resource(JsonApiShapes.Bookmark, TransferAnswers.BookmarkV2),
        ["PATCH bookmarks/*"] = Resource(JsonApiShapes.Bookmark, TransferAnswers.BookmarkV2),
        ["DELETE bookmarks/*"] = static _ => null,
    };

    /// <summary>The first thing of an answer that reading and writing it loses; <see langword="null"/> if it loses nothing.</summary>
    /// <param name="service"><c>groups</c> or <c>transfer</c>.</param>
    /// <param name="verb">The verb of the request.</param>
    /// <param name="path">The path of the request, with the version of the service.</param>
    /// <param name="answer">The answer.</param>
    public static string? Loss(string service, string verb, string path, JsonNode answer)
    {
        var segments = path.Trim('/').Split('/');
        if (service == "transfer")
        {
            segments = [.. segments.SkipWhile(static segment => segment is "v0.10" or "v2")];
        }

        var candidates = (service == "transfer" ? Transfer : Groups).Where(route => Matches(route.Key, verb, segments)).OrderBy(static route => route.Key.Count(static letter => letter == '*')).ToList();
        try
        {
            return candidates.Count == 0 ? $"no operation answers {verb} {path}" : candidates[0].Value(answer);
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    private static bool Matches(string route, string verb, string[] segments)
    {
        var (wantedVerb, pattern) = route.Split(' ') switch { var parts => (parts[0], parts[1].Trim('/').Split('/')) };
        return wantedVerb == verb && pattern.Length == segments.Length && pattern.Zip(segments).All(static pair => pair.First == "*" || pair.First == pair.Second);
    }

    private static Func<JsonNode, string?> Document<T>(JsonTypeInfo<T> typeInfo) =>
        answer => TransferDocuments.Difference(answer, JsonSerializer.SerializeToNode(answer.Deserialize(typeInfo)!, typeInfo));

    private static Func<JsonNode, string?> Resource<T>(JsonApiShape<T> shape, JsonTypeInfo<T> typeInfo)
        where T : class =>
        answer => Difference(answer["data"]!, answer["included"], shape.Read(answer.Deserialize(TransferAnswers.JsonApiDocument)!), typeInfo);

    private static Func<JsonNode, string?> Resources<T>(JsonApiShape<T> shape, JsonTypeInfo<T> typeInfo)
        where T : class => answer =>
        {
            var list = answer.Deserialize(TransferAnswers.JsonApiListJsonElement)!;
            return TransferDocuments.Difference(answer, JsonSerializer.SerializeToNode(list, TransferAnswers.JsonApiListJsonElement))
                ?? list.Data!.Select((resource, index) => Difference(answer["data"]![index]!, answer["included"], shape.Read(resource, list.Included), typeInfo)).FirstOrDefault(static loss => loss is not null);
        };

    private static string? Difference<T>(JsonNode resource, JsonNode? included, T model, JsonTypeInfo<T> typeInfo) =>
        TransferDocuments.Difference(TransferDocuments.Flatten(resource, included?.AsArray()), JsonSerializer.SerializeToNode(model, typeInfo));
}
