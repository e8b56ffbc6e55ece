using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Benchmarks;

/// <summary>
/// The least of a Transfer service on a loopback port: lists of any length out of one page that is there already, and submissions that are read and
/// accepted. It allocates next to nothing, so that what is measured is the client.
/// </summary>
internal sealed class LoopbackTransfer : IDisposable
{
    public const int PageSize = 1_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _items;

    public LoopbackTransfer(string item = "{}")
    {
        _items = Encoding.UTF8.GetBytes("{\"DATA_TYPE\":\"list\",\"DATA\":[" + string.Join(',', Enumerable.Repeat(item, PageSize)) + "]");
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri BaseUrl => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>How many items the lists have.</summary>
    public int Total { get; set; }

    /// <summary>The size of the last body that came, in bytes.</summary>
    public long LastBody { get; private set; }

    public GlobusConnection Connect() => new(new AccessTokenAuthorizer("token", GlobusResourceServers.Transfer), new GlobusConnectionOptions { ServiceUrls = { ["transfer"] = BaseUrl.AbsoluteUri } });

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        var buffer = new byte[256 * 1024];
        var read = 0;
        try
        {
            while (true)
            {
                int end;
                while ((end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    var more = await stream.ReadAsync(buffer.AsMemory(read));
                    if (more == 0)
                    {
                        return;
                    }

                    read += more;
                }

                var (path, offset, length) = Parse(buffer.AsSpan(0, end));
                for (var left = length - (read - end - 4); left > 0;)
                {
                    left -= await stream.ReadAsync(buffer);
                }

                read = 0;
                await AnswerAsync(stream, path, offset, length);
            }
        }
        catch (IOException)
        {
            // The client went away.
        }
    }

    private async Task AnswerAsync(NetworkStream stream, Route path, long offset, long length)
    {
        if (path == Route.List)
        {
            var tail = Encoding.ASCII.GetBytes($",\"length\":{PageSize},\"limit\":{PageSize},\"offset\":{offset},\"total\":{Total}}}");
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {_items.Length + tail.Length}\r\n\r\n"));
            await stream.WriteAsync(_items);
            await stream.WriteAsync(tail);
            return;
        }

        LastBody = length > 0 ? length : LastBody;
        var body = path == Route.SubmissionId
            ? "{\"DATA_TYPE\":\"submission_id\",\"value\":\"10000000-0000-4000-8000-000000000001\"}"
            : "{\"DATA_TYPE\":\"transfer_result\",\"code\":\"Accepted\",\"task_id\":\"10000000-0000-4000-8000-000000000002\"}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
    }

    private static (Route Path, long Offset, long Length) Parse(ReadOnlySpan<byte> head)
    {
        var line = head[..head.IndexOf("\r\n"u8)];
        var path = line.IndexOf("submission_id"u8) >= 0 ? Route.SubmissionId : line.StartsWith("POST"u8) ? Route.Submission : Route.List;
        return (path, NumberAfter(line, "offset="u8), NumberAfter(head, "Content-Length: "u8));
    }

    private static long NumberAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        var start = text.IndexOf(name);
        return start >= 0 && Utf8Parser.TryParse(text[(start + name.Length)..], out long number, out _) ? number : 0;
    }

    private enum Route
    {
        List,
        SubmissionId,
        Submission,
    }
}
