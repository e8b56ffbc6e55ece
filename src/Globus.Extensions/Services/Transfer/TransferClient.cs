using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions;

/// <summary>
/// The client of Globus Transfer: collections, and the tasks that move what is in them. Thread-safe, cheap to create, and safe to keep
/// in singletons.
/// </summary>
public class TransferClient : GlobusServiceClient
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected TransferClient()
    {
    }

    internal TransferClient(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Tasks: what was submitted, how it stands, and what became of it.</summary>
    public virtual TaskOperations Tasks => field ??= new TaskOperations(Connection);

    /// <summary>Files and directories of collections: what is answered at once, without a task.</summary>
    public virtual FileOperations Files => field ??= new FileOperations(Connection);

    /// <summary>Endpoints and collections.</summary>
    public virtual EndpointOperations Endpoints => field ??= new EndpointOperations(Connection);

    /// <summary>Guest collections of Globus Connect Personal.</summary>
    public virtual SharedEndpointOperations SharedEndpoints => field ??= new SharedEndpointOperations(Connection);

    /// <summary>Access rules: who may read or write which folder of a guest collection.</summary>
    public virtual AccessRuleOperations AccessRules => field ??= new AccessRuleOperations(Connection);

    /// <summary>Roles that people and groups have on endpoints.</summary>
    public virtual EndpointRoleOperations Roles => field ??= new EndpointRoleOperations(Connection);

    /// <summary>Bookmarks: folders with a name.</summary>
    public virtual BookmarkOperations Bookmarks => field ??= new BookmarkOperations(Connection);

    /// <summary>Bookmarks of the second version of the service, which is experimental.</summary>
    public virtual BookmarkV2Operations BookmarksV2 => field ??= new BookmarkV2Operations(Connection);

    /// <summary>Tasks and collections as those see them who manage endpoints.</summary>
    public virtual EndpointManagerOperations Manager => field ??= new EndpointManagerOperations(Connection);

    /// <summary>Pause rules of endpoints.</summary>
    public virtual PauseRuleOperations PauseRules => field ??= new PauseRuleOperations(Connection);

    /// <summary>Tunnels between stream access points.</summary>
    public virtual TunnelOperations Tunnels => field ??= new TunnelOperations(Connection);

    /// <summary>Stream access points.</summary>
    public virtual StreamAccessPointOperations StreamAccessPoints => field ??= new StreamAccessPointOperations(Connection);

    /// <summary>Submits a transfer: <c>POST /v0.10/transfer</c>, and before it <c>GET /v0.10/submission_id</c> unless the request has an id.</summary>
    /// <remarks>
    /// The request makes one task, however often it has to be sent until an answer comes. After a failure, submit the same object again: its
    /// <see cref="TransferRequest.SubmissionId"/> stays until it is accepted. To survive a crash as well, prepare the request first, and keep what
    /// <see cref="TransferRequest.ToJson"/> gives, see <see cref="PrepareAsync(TransferRequest, CancellationToken)"/>.
    /// </remarks>
    /// <param name="request">What to copy.</param>
    /// <param name="cancellationToken">Cancels the requests; the task may have been accepted all the same.</param>
    /// <returns>The task, newly accepted or from an earlier sending of the same request.</returns>
    /// <exception cref="ArgumentException">The service would refuse the request: it has no items, a path or id is empty, the label is too long …</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<SubmissionResult> SubmitTransferAsync(TransferRequest request, CancellationToken cancellationToken = default)
    {
        SubmissionRules.Check(request);
        return SubmitAsync(
            request, request.SubmissionId, "v0.10/transfer", id => JsonBody.Of(request with { SubmissionId = id }, TransferRequestJsonContext.Default.TransferRequest), cancellationToken);
    }

    /// <summary>Gives a transfer the id under which it will be submitted: <c>GET /v0.10/submission_id</c> unless it has one.</summary>
    /// <remarks>So that a crash between the submission and its answer neither loses the task nor makes a second one, keep the request with its id first.</remarks>
    /// <example><code>
    /// request = await transfer.PrepareAsync(request);
    /// await File.WriteAllTextAsync("pending.json", request.ToJson());
    /// await transfer.SubmitTransferAsync(request);
    /// File.Delete("pending.json");
    ///
    /// // At the next start, if the file is still there:
    /// await transfer.SubmitTransferAsync(TransferRequest.FromJson(await File.ReadAllTextAsync("pending.json")));
    /// </code></example>
    /// <param name="request">What to copy.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The same request with its id, to be kept (<see cref="TransferRequest.ToJson"/>) and submitted.</returns>
    /// <exception cref="ArgumentException">The service would refuse the request.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual async Task<TransferRequest> PrepareAsync(TransferRequest request, CancellationToken cancellationToken = default)
    {
        SubmissionRules.Check(request);
        return request with { SubmissionId = request.SubmissionId ?? await GetSubmissionIdAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Submits a deletion: <c>POST /v0.10/delete</c>, and before it <c>GET /v0.10/submission_id</c> unless the request has an id.</summary>
    /// <remarks>
    /// The request makes one task, however often it has to be sent until an answer comes. After a failure, submit the same object again: its
    /// <see cref="DeleteRequest.SubmissionId"/> stays until it is accepted. To survive a crash as well, prepare the request first, and keep what
    /// <see cref="DeleteRequest.ToJson"/> gives, see <see cref="PrepareAsync(DeleteRequest, CancellationToken)"/>.
    /// </remarks>
    /// <param name="request">What to delete.</param>
    /// <param name="cancellationToken">Cancels the requests; the task may have been accepted all the same.</param>
    /// <returns>The task, newly accepted or from an earlier sending of the same request.</returns>
    /// <exception cref="ArgumentException">The service would refuse the request: it has no items, a path or id is empty, the label is too long …</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<SubmissionResult> SubmitDeleteAsync(DeleteRequest request, CancellationToken cancellationToken = default)
    {
        SubmissionRules.Check(request);
        return SubmitAsync(
            request, request.SubmissionId, "v0.10/delete", id => JsonBody.Of(request with { SubmissionId = id }, TransferRequestJsonContext.Default.DeleteRequest), cancellationToken);
    }

    /// <summary>Gives a deletion the id under which it will be submitted: <c>GET /v0.10/submission_id</c> unless it has one.</summary>
    /// <remarks>So that a crash between the submission and its answer neither loses the task nor makes a second one, keep the request with its id first.</remarks>
    /// <example><code>
    /// request = await transfer.PrepareAsync(request);
    /// await File.WriteAllTextAsync("pending.json", request.ToJson());
    /// await transfer.SubmitDeleteAsync(request);
    /// File.Delete("pending.json");
    ///
    /// // At the next start, if the file is still there:
    /// await transfer.SubmitDeleteAsync(DeleteRequest.FromJson(await File.ReadAllTextAsync("pending.json")));
    /// </code></example>
    /// <param name="request">What to delete.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The same request with its id, to be kept (<see cref="DeleteRequest.ToJson"/>) and submitted.</returns>
    /// <exception cref="ArgumentException">The service would refuse the request.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual async Task<DeleteRequest> PrepareAsync(DeleteRequest request, CancellationToken cancellationToken = default)
    {
        SubmissionRules.Check(request);
        return request with { SubmissionId = request.SubmissionId ?? await GetSubmissionIdAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Gets an id to submit a request under: <c>GET /v0.10/submission_id</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A new id.</returns>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual async Task<SubmissionId> GetSubmissionIdAsync(CancellationToken cancellationToken = default) =>
        new(await Connection.GetAsync(
            "v0.10/submission_id", TransferJsonContext.Default.SubmissionIdDocument, static document => document.Value is { Value.Length: > 0 } id ? id.Value : null, cancellationToken).ConfigureAwait(false));

    private async Task<SubmissionResult> SubmitAsync(
        object request, SubmissionId? known, string path, Func<SubmissionId, HttpContent> bodyUnder, CancellationToken cancellationToken)
    {
        var pending = PendingSubmission.Of(request);
        var id = pending.Take(known ?? await GetSubmissionIdAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            var result = await Connection.SendAsync(
                HttpMethod.Post, path, bodyUnder(id), RequestReplay.Harmless, TransferJsonContext.Default.SubmissionResult, cancellationToken).ConfigureAwait(false);
            pending.Accept(request);
            return result;
        }
        catch
        {
            pending.Keep(request);
            throw;
        }
    }
}
