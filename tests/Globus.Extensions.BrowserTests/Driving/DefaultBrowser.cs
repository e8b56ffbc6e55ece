using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Globus.Extensions.BrowserTests.Driving;

/// <summary>What the variable <c>BROWSER</c> names: a program that hands the address it is started with to the test.</summary>
internal sealed class DefaultBrowser : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public DefaultBrowser(string folder)
    {
        _listener.Start();
        Command = Path.Combine(folder, "browser");
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(Command, $"#!/bin/bash\nexec 3<>/dev/tcp/127.0.0.1/{port}\nprintf '%s\\n' \"$1\" >&3\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    public string Command { get; }

    /// <summary>The address that the program under test opens.</summary>
    public async Task<string> WaitForAddressAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var connection = await _listener.AcceptTcpClientAsync(limit.Token);
        using var reader = new StreamReader(connection.GetStream());
        return await reader.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The browser was started without an address.");
    }

    public void Dispose() => _listener.Dispose();
}
