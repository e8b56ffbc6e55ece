using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>One wait for the answer to a login: serves whoever connects until the answer has come, and been made something of.</summary>
internal sealed class RedirectSession<T>(
    LoopbackEndpoint endpoint, ResultPage pages, string state, Func<Uri, Task<T>> complete, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan ReadingTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WritingTime = TimeSpan.FromSeconds(5);
    private const int MostDrained = 256 * 1024;
    private const string AccessDenied = "access_denied";

    // For the person who said no, or for whom their organization did.
    private const string Denied = "Access was denied, so the program got nothing. You can close this page and go back to the program.";

    private readonly OpenConnections _connections = new();
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<byte[]> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _answered;

    public async Task<T> RunAsync(IReadOnlyList<Socket> sockets, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] accepting = [.. sockets.Select(socket => AcceptAsync(socket, stopping.Token))];
        try
        {
            var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = cancellationToken.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), cancelled);
            await Task.WhenAny(_result.Task, cancelled.Task).ConfigureAwait(false);

            // An answer that is being exchanged decides itself whether it still succeeds; one that comes now is too late.
            if (cancellationToken.IsCancellationRequested && Interlocked.Exchange(ref _answered, 1) == 0)
            {
                _page.SetResult(GivenUp());
                cancellationToken.ThrowIfCancellationRequested();
            }

            return await _result.Task.ConfigureAwait(false);
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            LoopbackSockets.Close(sockets);
            await Task.WhenAll(accepting).ConfigureAwait(false);
        }
    }

    private async Task AcceptAsync(Socket listener, CancellationToken stopping)
    {
        var serving = new HashSet<Task>();
        try
        {
            while (true)
            {
                if (await AcceptOneAsync(listener, stopping).ConfigureAwait(false) is { } connection)
                {
                    serving.RemoveWhere(static task => task.IsCompleted);
                    serving.Add(ServeAsync(connection, stopping));
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException || stopping.IsCancellationRequested)
        {
            // The answer has come, or nobody wants it any more.
        }
        catch (SocketException exception)
        {
            _result.TrySetException(new LoginFlowException($"The login cannot receive its answer any more: {exception.Message}", exception));
        }

        await Task.WhenAll(serving).ConfigureAwait(false);
    }

    // A connection that was given up before it was taken is no failure of the listener.
    private static async Task<Socket?> AcceptOneAsync(Socket listener, CancellationToken stopping)
    {
        try
        {
            return await listener.AcceptAsync(stopping).ConfigureAwait(false);
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
        {
            return null;
        }
    }

    /// <summary>Serves one connection; what goes wrong with it is its own affair.</summary>
    private async Task ServeAsync(Socket connection, CancellationToken stopping)
    {
        var stream = new NetworkStream(connection, ownsSocket: true);
        await using var closing = stream.ConfigureAwait(false);
        try
        {
            if (await ReadAsync(stream, stopping).ConfigureAwait(false) is not { } head)
            {
                return;
            }

            if (Judge(head) is var (status, reason))
            {
                LoginFlowLog.Refused(logger, status, reason);
                await WriteAsync(stream, pages.Refused(status, Sentence(reason))).ConfigureAwait(false);
                await DrainAsync(connection, stream, stopping).ConfigureAwait(false);
            }
            else
            {
                await AnswerAsync(stream, new Uri($"http://{endpoint.Authority}{head.Path}{head.Query}")).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side went away, or took too long.
        }
    }

    private async Task<RequestHead?> ReadAsync(NetworkStream stream, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(ReadingTime, timeProvider);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        var open = _connections.Add(reading);
        try
        {
            return await RequestHeadReader.ReadAsync(stream, reading.Token).ConfigureAwait(false);
        }
        finally
        {
            _connections.Remove(open);
        }
    }

    /// <summary>Why the request is not the answer to this login, or <see langword="null"/> if it is.</summary>
    private (int Status, string Reason)? Judge(RequestHead head)
    {
        if (head.RefusedWith != 0)
        {
            return (head.RefusedWith, head.RefusedWith switch
            {
                414 => "the request line is too long",
                431 => "the request has too many headers",
                505 => "this is no version of HTTP that is understood here",
                _ => "the request is malformed",
            });
        }

        if (!endpoint.IsOwnHost(head.Host))
        {
            return (421, "the request is for another host");
        }

        if (head.Method != "GET")
        {
            return (405, "only GET is answered here");
        }

        if (head.Path != endpoint.Path)
        {
            return (404, "there is nothing at this path");
        }

        var query = QueryText.Parse(head.Query);
        return !query.TryGetValue("state", out var given) ? (400, "the request does not carry the state of a login")
            : !IsSame(given, state) ? (400, "the request carries the state of another login, or a forged one")
            : !query.ContainsKey("code") && !query.ContainsKey("error") ? (400, "the request carries neither a code nor an error")
            : !Uri.TryCreate($"http://{endpoint.Authority}{head.Path}{head.Query}", UriKind.Absolute, out _) ? (400, "the request is malformed")
            : null;
    }

    /// <summary>Makes something of the answer. A tab that comes twice sees what the first one sees.</summary>
    private async Task AnswerAsync(NetworkStream stream, Uri redirect)
    {
        if (Interlocked.Exchange(ref _answered, 1) != 0)
        {
            await WriteAsync(stream, await _page.Task.ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        Action finish;
        byte[] page;
        try
        {
            var result = await complete(redirect).ConfigureAwait(false);
            page = QueryText.Parse(redirect.Query).TryGetValue("error", out var error)
                ? pages.Failed(StatusOf(error), Describe(redirect, error))
                : pages.Succeeded();
            finish = () => _result.TrySetResult(result);
        }
        catch (OperationCanceledException exception)
        {
            page = GivenUp();
            finish = () => _result.TrySetCanceled(exception.CancellationToken);
        }
        catch (Exception exception)
        {
            page = exception is AuthorizationResponseException refused
                ? pages.Failed(StatusOf(refused.Error), refused.Error == AccessDenied ? Denied : refused.Message)
                : pages.Failed(HttpStatusCode.BadGateway, "The program could not get tokens for the code. What went wrong is told there.");
            finish = () => _result.TrySetException(exception);
        }

        _page.SetResult(page);
        try
        {
            await WriteAsync(stream, page).ConfigureAwait(false);
        }
        finally
        {
            // The program may end now, and with it what the person sees.
            finish();
        }
    }

    private byte[] GivenUp() => pages.Failed(HttpStatusCode.BadRequest, "The program has given up this login.");

    private async Task WriteAsync(NetworkStream stream, byte[] page)
    {
        using var limit = new CancellationTokenSource(WritingTime, timeProvider);
        await stream.WriteAsync(page, limit.Token).ConfigureAwait(false);
    }

    /// <summary>Reads on for a while what was refused: a connection closed on unread bytes is reset, and the person sees no page.</summary>
    private async Task DrainAsync(Socket connection, NetworkStream stream, CancellationToken stopping)
    {
        connection.Shutdown(SocketShutdown.Send);
        using var limit = new CancellationTokenSource(WritingTime, timeProvider);
        using var draining = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        var open = _connections.Add(draining);
        try
        {
            var buffer = new byte[4096];
            for (var total = 0; total < MostDrained;)
            {
                var count = await stream.ReadAsync(buffer, draining.Token).ConfigureAwait(false);
                if (count == 0)
                {
                    return;
                }

                total += count;
            }
        }
        finally
        {
            _connections.Remove(open);
        }
    }

    private static HttpStatusCode StatusOf(string? error) => error == AccessDenied ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest;

    private static string Describe(Uri redirect, string error) =>
        error == AccessDenied ? Denied
        : QueryText.Parse(redirect.Query).TryGetValue("error_description", out var description) && description.Length > 0 ? description
        : error;

    private static string Sentence(string reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(reason[0])}{reason.AsSpan(1)}. The login goes on; finish it on its own page.");

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
