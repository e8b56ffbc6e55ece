using Globus.Extensions.Configuration;

namespace Globus.Extensions.Emulator.Hosting;

/// <summary>Lets a connection without an app work with a local Globus.</summary>
public static class GlobusEmulatorConnectionExtensions
{
    /// <summary>Points a connection at a local Globus that runs.</summary>
    /// <param name="options">The connection's options.</param>
    /// <param name="emulator">The emulator, which its owner stops.</param>
    /// <returns>The options.</returns>
    public static GlobusConnectionOptions UseEmulator(this GlobusConnectionOptions options, GlobusEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(emulator);
        options.ServiceUrls[GlobusServices.Auth] = emulator.AuthUrl.AbsoluteUri;
        options.ServiceUrls[GlobusServices.Groups] = emulator.GroupsUrl.AbsoluteUri;
        options.ServiceUrls[GlobusServices.Transfer] = emulator.TransferUrl.AbsoluteUri;
        return options;
    }
}
