using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>The sockets of a listener: bound and listening before anybody learns their port.</summary>
internal static class LoopbackSockets
{
    private const int Backlog = 128;
    private const int Attempts = 10;

    /// <summary>Binds and listens.</summary>
    /// <exception cref="LocalServerEnvironmentException">The address or the port cannot be had.</exception>
    public static (LoopbackEndpoint Endpoint, IReadOnlyList<Socket> Sockets) Listen(LoopbackEndpoint wanted)
    {
        for (var attempt = 1; ; attempt++)
        {
            var endpoint = wanted;
            var sockets = new List<Socket>();
            try
            {
                foreach (var address in wanted.Addresses)
                {
                    // The first one takes the port that the system chooses, the second one has to take the same.
                    if (TryListen(new IPEndPoint(address, endpoint.Port), isOptional: sockets.Count > 0) is { } socket)
                    {
                        sockets.Add(socket);
                        endpoint = endpoint with { Port = ((IPEndPoint)socket.LocalEndPoint!).Port };
                    }
                }

                return (endpoint, sockets);
            }
            catch (SocketException exception)
            {
                Close(sockets);
                if (wanted.Port != 0 || attempt == Attempts)
                {
                    throw new LocalServerEnvironmentException(
                        string.Create(CultureInfo.InvariantCulture, $"{wanted.Host}:{wanted.Port} cannot be listened on ({exception.Message.TrimEnd('.')})"), exception);
                }
            }
        }
    }

    public static void Close(IEnumerable<Socket> sockets)
    {
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }
    }

    // A machine without IPv6 is fine; a port that another program has is not.
    private static Socket? TryListen(IPEndPoint endPoint, bool isOptional)
    {
        Socket? socket = null;
        try
        {
            socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
            socket.Bind(endPoint);
            socket.Listen(Backlog);
            return socket;
        }
        catch (SocketException exception) when (isOptional && exception.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
        {
            socket?.Dispose();
            return null;
        }
        catch
        {
            socket?.Dispose();
            throw;
        }
    }
}
