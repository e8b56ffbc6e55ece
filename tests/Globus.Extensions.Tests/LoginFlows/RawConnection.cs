using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Globus.Extensions.Tests.LoginFlows;

/// <summary>A connection over which a test says exactly what it wants.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), TestContext.Current.CancellationToken);
        return connection;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await _socket.SendAsync(bytes, TestContext.Current.CancellationToken)..];
        }
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>The first line of the answer; empty if the other side hangs up.</summary>
    public async Task<string> ReadStatusLineAsync()
    {
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (!answer.ToString().Contains('\n', StringComparison.Ordinal))
            {
                var count = await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
                if (count == 0)
                {
                    break;
                }

                answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            // Reset: nothing more comes.
        }

        return answer.ToString().Split("\r\n")[0];
    }

    public void Dispose() => _socket.Dispose();
}
