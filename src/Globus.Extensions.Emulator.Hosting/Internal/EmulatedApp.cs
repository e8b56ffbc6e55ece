namespace Globus.Extensions.Emulator.Hosting.Internal;

/// <summary>Names an app that works with the emulator.</summary>
internal sealed record EmulatedApp(string Name);
