using System.Reflection;

namespace Globus.Extensions.Diagnostics.Internal;

/// <summary>The version of this library, as services and telemetry are told it.</summary>
internal static class LibraryVersion
{
    public static readonly string Text =
        typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
