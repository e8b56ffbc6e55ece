using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Emulator.Hosting.Internal;

/// <summary>
/// The emulator of a container. Its address is known before it runs: the socket is bound when somebody first asks, which is when options
/// are read, and given to Kestrel when the host starts.
/// </summary>
internal sealed class EmulatorInstance : IDisposable, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly EmulatorHostingOptions _options;
    private readonly IHostEnvironment? _environment;
    private readonly bool _isGiven;
    private GlobusEmulator? _running;
    private Socket? _socket;

    /// <summary>An emulator that starts with the host.</summary>
    public EmulatorInstance(EmulatorHostingOptions options, IHostEnvironment? environment)
    {
        _options = options;
        _environment = environment;
        Seed = options.Emulator.Seed ?? EmulatorSeed.CreateDefault();
    }

    /// <summary>An emulator that the application runs itself.</summary>
    public EmulatorInstance(GlobusEmulator emulator)
    {
        _options = new EmulatorHostingOptions();
        _running = emulator;
        _isGiven = true;
        Seed = emulator.Seed;
    }

    public EmulatorSeed Seed { get; }

    /// <summary>Who signs in where nobody is asked.</summary>
    public string UserName => _options.UserName ?? Seed.Users[0].UserName;

    /// <summary>The emulator, if it runs.</summary>
    public GlobusEmulator Running => _running ?? throw new InvalidOperationException(
        "The emulator does not run yet: it starts with the host. Start the host first, or hand UseEmulator an emulator that was started by GlobusEmulator.StartAsync.");

    /// <summary>The base URL of a service.</summary>
    public Uri UrlOf(string service) => new(BaseUrl(), service + "/");

    /// <summary>Starts the emulator on the address that it has been known by.</summary>
    public async Task StartAsync(IEnumerable<EmulatorClient> clients, CancellationToken cancellationToken)
    {
        if (_isGiven)
        {
            return;
        }

        BaseUrl();
        var options = _options.Emulator;
        options.ListenSocket = _socket;
        options.Seed = Seed with { Clients = [.. Seed.Clients, .. clients] };
        _running = await GlobusEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isGiven && _running is { } running)
        {
            await running.DisposeAsync().ConfigureAwait(false);
        }

        _socket?.Dispose();
    }

    // A container that is disposed without its host having been stopped: the port is freed, nobody waits for open requests.
    public void Dispose() => _socket?.Dispose();

    private Uri BaseUrl()
    {
        if (_running is { } running)
        {
            return running.BaseUrl;
        }

        lock (_gate)
        {
            if (_environment is not null && _environment.IsProduction() && !_options.AllowProduction)
            {
                throw new InvalidOperationException(
                    "UseEmulator was called, but the host's environment is Production. Set DOTNET_ENVIRONMENT to Development, remove UseEmulator, "
                    + $"or set {nameof(EmulatorHostingOptions)}.{nameof(EmulatorHostingOptions.AllowProduction)} if this is meant.");
            }

            _socket ??= _options.Emulator.ListenSocket ?? Bind(_options.Emulator.Port);
            return new UriBuilder(Uri.UriSchemeHttp, IPAddress.Loopback.ToString(), ((IPEndPoint)_socket.LocalEndPoint!).Port).Uri;
        }
    }

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
            throw new IOException($"The emulator cannot listen on 127.0.0.1:{port}: {exception.Message}. Choose another port, or 0 for any that is free.", exception);
        }
    }
}
