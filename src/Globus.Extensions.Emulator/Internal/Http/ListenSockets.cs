using System.Net;
using System.Net.Sockets;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>The socket to listen on, bound before the server is built, so that its address is known from the start.</summary>
internal static class ListenSockets
{
    public static Socket Bind(GlobusEmulatorOptions options) => options.ListenSocket is { } given ? Check(given) : Bind(options.Port);

    public static IOException InUse(int port, Exception inner) => new(
        $"The emulator cannot listen on 127.0.0.1:{port} because something else does. Choose another port, or 0 for any free one.", inner);

    private static Socket Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return socket;
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw exception.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? InUse(port, exception)
                : new IOException($"The emulator cannot listen on 127.0.0.1:{port}: {exception.Message}", exception);
        }
    }

    private static Socket Check(Socket socket) =>
        socket is { ProtocolType: ProtocolType.Tcp, LocalEndPoint: IPEndPoint { Port: > 0 } endPoint } && IPAddress.IsLoopback(endPoint.Address)
            ? socket
            : throw new ArgumentException(
                $"{nameof(GlobusEmulatorOptions.ListenSocket)} must be a TCP socket bound to a loopback address: the emulator signs in anybody.",
                nameof(socket));
}
