namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>How an operation of the reference is covered: by which of our methods, and by which test against the emulator.</summary>
/// <param name="Operation">Client and method of the reference, as <see cref="AuthSurface.NameOf"/> spells them.</param>
/// <param name="Method">Type and method of the library.</param>
/// <param name="Test">Class and method of the round-trip test.</param>
public sealed record AuthSurfaceRow(string Operation, string Method, string Test);
