using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Emulator;

/// <summary>How a <see cref="GlobusEmulator"/> listens and behaves. The defaults suit a test.</summary>
public sealed class GlobusEmulatorOptions
{
    /// <summary>More than this is a mistake of units, and no timer takes much more.</summary>
    internal static readonly TimeSpan MaxLatency = TimeSpan.FromHours(1);

    /// <summary>The port on 127.0.0.1; 0, the default, takes any free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// A TCP socket already bound to a loopback address, to listen on instead of <see cref="Port"/>; the emulator owns it from
    /// the start on. <see langword="null"/> by default.
    /// </summary>
    public Socket? ListenSocket { get; set; }

    /// <summary>Users, clients and groups to start with; <see langword="null"/>, the default, is <see cref="EmulatorSeed.CreateDefault"/>.</summary>
    public EmulatorSeed? Seed { get; set; }

    /// <summary>Collections beside those of the seed, each usually a name and a folder; none by default.</summary>
    public IList<EmulatorCollection> Collections { get; } = [];

    /// <summary>The clock for everything that expires, and for the header <c>Date</c>; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long access tokens and ID tokens are valid; 48 hours by default, like the real service's.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(48);

    /// <summary>How long an authorization code and an open sign-in page are valid; 10 minutes by default.</summary>
    public TimeSpan AuthorizationCodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether using a refresh token gives a new one and ends the old one; <see langword="false"/> by default, as at Globus.
    /// </summary>
    public bool RotateRefreshTokens { get; set; }

    /// <summary>
    /// How long every request waits before it is answered, as on a network; nothing by default, an hour at most. The wait is on
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public TimeSpan Latency { get; set; }

    /// <summary>What goes wrong, from the first request on; nothing by default. See <see cref="GlobusEmulator.AddFault"/>.</summary>
    public IList<EmulatorFault> Faults { get; } = [];

    /// <summary>
    /// How many bytes all transfers together may copy in a second; <see langword="null"/>, the default, is as many as the disk takes. The
    /// time is that of <see cref="TimeProvider"/>.
    /// </summary>
    public long? Bandwidth { get; set; }

    /// <summary>
    /// The file in which everything that changes is kept, so that it survives a restart; made where there is none. It holds secrets and is
    /// for its owner only. The files of collections without a folder are in a folder beside it, <c>FILE.files</c>. <see langword="null"/>, the
    /// default, forgets all. An emulator that is to be found again at the same address needs a <see cref="Port"/>, too.
    /// </summary>
    public string? StateFile { get; set; }

    /// <summary>
    /// Whether to start afresh: what <see cref="StateFile"/> and the folder beside it hold is deleted first, unless another emulator uses it.
    /// <see langword="false"/> by default.
    /// </summary>
    public bool DiscardState { get; set; }

    /// <summary>
    /// Where the server logs to. <see langword="null"/>, the default, is silent, so that the emulator's requests stay out of the
    /// application's log.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Told when the state cannot be saved, and when it can again.</summary>
    internal Action<string>? OnStateProblem { get; set; }
}
