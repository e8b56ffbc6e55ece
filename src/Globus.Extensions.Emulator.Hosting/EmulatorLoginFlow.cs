namespace Globus.Extensions.Emulator.Hosting;

/// <summary>The login flow that comes with the emulator.</summary>
public static class EmulatorLoginFlow
{
    /// <summary>Signs the emulator's user in and consents, without a person. For <see cref="GlobusOptions.LoginFlows"/>.</summary>
    public const string Name = "emulator";
}
