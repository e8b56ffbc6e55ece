using System.Net;
using System.Net.Sockets;

namespace Globus.Extensions.Tests.EmulatorHosting;

internal static class Port
{
    public static async Task<bool> IsOpenAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
