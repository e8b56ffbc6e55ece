namespace Globus.Extensions.Emulator.Hosting;

/// <summary>How <c>UseEmulator</c> starts a local Globus and points the app at it.</summary>
public sealed class EmulatorHostingOptions
{
    /// <summary>How the emulator listens and behaves.</summary>
    public GlobusEmulatorOptions Emulator { get; } = new();

    /// <summary>Who is signed in by the login flow <c>emulator</c>. Default: the first user of the seed.</summary>
    public string? UserName { get; set; }

    /// <summary>
    /// Whether the emulator may run where the host's environment is Production. Default: <see langword="false"/>, since everybody who
    /// reaches its port can sign in as anybody.
    /// </summary>
    public bool AllowProduction { get; set; }
}
