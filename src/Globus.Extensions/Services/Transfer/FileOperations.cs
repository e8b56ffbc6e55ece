using System.Runtime.CompilerServices;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>
/// Files and directories of collections: what is answered at once, without a task. A path begins with <c>/</c>, or with <c>~/</c> or <c>/~/</c> for the
/// home directory. Thread-safe, and as long-lived as its client.
/// </summary>
public class FileOperations : GlobusOperations
{
    private const int LargestPage = 100_000;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected FileOperations()
    {
    }

    internal FileOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Lists a directory: <c>GET /v0.10/operation/endpoint/{endpoint_id}/ls</c>.</summary>
    /// <remarks>
    /// The <see cref="GlobusPage{T}.ExtensionData"/> of the pages tells of the directory itself: <c>path</c> as the service writes it,
    /// <c>absolute_path</c>, <c>rename_supported</c>, <c>symlink_supported</c>.
    /// </remarks>
    /// <param name="collection">The collection.</param>
    /// <param name="path">The directory. Default: the collection's default directory, else the home directory.</param>
    /// <param name="options">Which entries, and how. Default: all.</param>
    /// <returns>The entries, without those of subdirectories. Requests are sent when they are enumerated.</returns>
    /// <exception cref="ArgumentException">The id or the path is empty, or the size of a page is out of its range.</exception>
    public virtual GlobusPageable<TransferFile> ListAsync(EndpointId collection, string? path = null, FileListOptions? options = null)
    {
        var query = new TransferQuery().Add("path", path is null ? null : TransferArguments.Path(path, nameof(path)));
        foreach (var filter in options?.Filters ?? [])
        {
            query.Add("filter", filter);
        }

        query.AddFlag("show_hidden", options?.ShowHidden).Add("local_user", options?.LocalUser).Add("orderby", options?.OrderBy ?? default);
        return TransferPages.ByOffset(
            Connection,
            Route(collection, "ls"),
            query,
            TransferAnswers.TransferFileList,
            TransferArguments.PageSize(options?.PageSize, LargestPage, nameof(options)));
    }

    /// <summary>Gets what is known of one path: <c>GET /v0.10/operation/endpoint/{endpoint_id}/stat</c>.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="path">The path.</param>
    /// <param name="localUser">The local user. Mapped collections only. Default: the one that the caller is mapped to.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The file or directory.</returns>
    /// <exception cref="ArgumentException">The id or the path is empty.</exception>
    /// <exception cref="TransferApiException">There is nothing at this path, or the service answered with another error.</exception>
    public virtual Task<TransferFile> StatAsync(EndpointId collection, string path, string? localUser = null, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            Route(collection, "stat") + new TransferQuery().Add("path", TransferArguments.Path(path, nameof(path))).Add("local_user", localUser),
            TransferAnswers.TransferFile,
            cancellationToken);

    /// <summary>Makes a directory: <c>POST /v0.10/operation/endpoint/{endpoint_id}/mkdir</c>. Its parent has to be there.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="collection">The collection.</param>
    /// <param name="path">The new directory.</param>
    /// <param name="localUser">The local user. Mapped collections only. Default: the one that the caller is mapped to.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result, with the code <c>DirectoryCreated</c>.</returns>
    /// <exception cref="ArgumentException">The id or the path is empty.</exception>
    /// <exception cref="TransferApiException">It is there already (<c>ExternalError.MkdirFailed.Exists</c>), or the service answered with another error.</exception>
    public virtual Task<TransferResult> CreateDirectoryAsync(EndpointId collection, string path, string? localUser = null, CancellationToken cancellationToken = default) =>
        SendAsync(
            Route(collection, "mkdir"),
            new PathOperation { DataType = "mkdir", Path = TransferArguments.Path(path, nameof(path)), LocalUser = localUser },
            cancellationToken);

    /// <summary>Renames or moves within a collection: <c>POST /v0.10/operation/endpoint/{endpoint_id}/rename</c>. The new parent has to be there.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="collection">The collection.</param>
    /// <param name="oldPath">The path now. A symbolic link is renamed itself.</param>
    /// <param name="newPath">The path then.</param>
    /// <param name="localUser">The local user. Mapped collections only. Default: the one that the caller is mapped to.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result, with the code <c>FileRenamed</c>.</returns>
    /// <exception cref="ArgumentException">The id or a path is empty.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<TransferResult> RenameAsync(
        EndpointId collection, string oldPath, string newPath, string? localUser = null, CancellationToken cancellationToken = default) =>
        SendAsync(
            Route(collection, "rename"),
            new PathOperation
            {
                DataType = "rename",
                OldPath = TransferArguments.Path(oldPath, nameof(oldPath)),
                NewPath = TransferArguments.Path(newPath, nameof(newPath)),
                LocalUser = localUser,
            },
            cancellationToken);

    /// <summary>Makes a symbolic link: <c>POST /v0.10/operation/endpoint/{endpoint_id}/symlink</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="collection">The collection.</param>
    /// <param name="path">The new link.</param>
    /// <param name="target">Where it leads.</param>
    /// <param name="localUser">The local user. Mapped collections only. Default: the one that the caller is mapped to.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">The id, the path or the target is empty.</exception>
    /// <exception cref="TransferApiException">The collection has no symbolic links (409), or the service answered with another error.</exception>
    public virtual Task<TransferResult> CreateSymlinkAsync(
        EndpointId collection, string path, string target, string? localUser = null, CancellationToken cancellationToken = default) =>
        SendAsync(
            Route(collection, "symlink"),
            new PathOperation
            {
                DataType = "symlink",
                Path = TransferArguments.Path(path, nameof(path)),
                SymlinkTarget = TransferArguments.Path(target, nameof(target)),
                LocalUser = localUser,
            },
            cancellationToken);

    /// <summary>
    /// Walks through a directory and all below it, breadth first: <see cref="ListAsync"/> for each, one after the other. Symbolic links are told, and
    /// not followed.
    /// </summary>
    /// <param name="collection">The collection.</param>
    /// <param name="path">Where to begin.</param>
    /// <param name="options">How far to go. Default: those of <see cref="FileWalkOptions"/>.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The entries, directory after directory. Requests are sent when they are enumerated.</returns>
    /// <exception cref="ArgumentException">The id or the path is empty, or a limit is not positive.</exception>
    /// <exception cref="InvalidOperationException">More directories wait to be read than the options allow; thrown on enumeration.</exception>
    /// <exception cref="TransferApiException">The service answered with an error; thrown on enumeration.</exception>
    public virtual IAsyncEnumerable<WalkedFile> WalkAsync(
        EndpointId collection, string path, FileWalkOptions? options = null, CancellationToken cancellationToken = default)
    {
        TransferArguments.Path(path, nameof(path));
        options ??= new FileWalkOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDepth, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPendingDirectories, 1, nameof(options));
        ListAsync(collection, path, options.Listing); // Sends nothing, and refuses what it would refuse later.
        return WalkThroughAsync(collection, path, options, cancellationToken);
    }

    private async IAsyncEnumerable<WalkedFile> WalkThroughAsync(
        EndpointId collection, string path, FileWalkOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pending = new Queue<(string Directory, int Depth)>([(path.EndsWith('/') ? path : path + '/', 0)]);
        while (pending.TryDequeue(out var next))
        {
            var entries = ListAsync(collection, next.Directory, options.Listing).GetAsyncEnumerator(cancellationToken);
            await using var disposal = entries.ConfigureAwait(false);
            while (await MoveAsync(entries, options.SkipUnreadable && next.Depth > 0).ConfigureAwait(false))
            {
                var entry = entries.Current;
                var walked = new WalkedFile(next.Directory, next.Depth, entry);
                if (entry.Type == TransferFileType.Directory && entry.LinkTarget is null && next.Depth + 1 < options.MaxDepth)
                {
                    if (pending.Count == options.MaxPendingDirectories)
                    {
                        throw new InvalidOperationException(
                            $"More than {options.MaxPendingDirectories} directories wait to be read. Raise {nameof(FileWalkOptions)}.{nameof(FileWalkOptions.MaxPendingDirectories)}, or walk through a smaller part.");
                    }

                    pending.Enqueue((walked.Path + '/', next.Depth + 1));
                }

                yield return walked;
            }
        }
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<TransferFile> entries, bool skipUnreadable)
    {
        try
        {
            return await entries.MoveNextAsync().ConfigureAwait(false);
        }
        catch (TransferApiException exception) when (skipUnreadable && IsUnreadable(exception))
        {
            return false;
        }
    }

    private static bool IsUnreadable(TransferApiException exception) =>
        exception.StatusCode is System.Net.HttpStatusCode.Forbidden or System.Net.HttpStatusCode.NotFound
        || exception.Code?.Contains("DirListingFailed", StringComparison.Ordinal) == true;

    private Task<TransferResult> SendAsync(string route, PathOperation operation, CancellationToken cancellationToken) =>
        Connection.SendAsync(
            HttpMethod.Post,
            route,
            JsonBody.Of(operation, TransferRequestJsonContext.Default.PathOperation),
            RequestReplay.ByMethod,
            TransferAnswers.TransferResult,
            cancellationToken);

    private static string Route(EndpointId collection, string operation) =>
        $"v0.10/operation/endpoint/{PathSegment.Of(collection.Value, nameof(collection))}/{operation}";
}
