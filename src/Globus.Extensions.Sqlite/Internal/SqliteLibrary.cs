using System.Reflection;
using System.Runtime.InteropServices;
using Globus.Extensions.Tokens;
using SQLitePCL;

namespace Globus.Extensions.Sqlite.Internal;

/// <summary>Which SQLite is used: the application's own one if there is one, else the system's.</summary>
/// <remarks>No native library comes with this package: it would be a second copy whose defects nobody's updates mend.</remarks>
internal static class SqliteLibrary
{
    private const string BundledName = "e_sqlite3";

    private static readonly Lock Gate = new();
    private static bool _isReady;

    /// <summary>Chooses the library at the first call. Later calls cost nothing.</summary>
    /// <exception cref="TokenStorageException">There is none.</exception>
    public static void EnsureReady(string path)
    {
        if (Volatile.Read(ref _isReady))
        {
            return;
        }

        lock (Gate)
        {
            if (!_isReady)
            {
                Choose(path);
                Volatile.Write(ref _isReady, true);
            }
        }
    }

    /// <summary>Where systems keep their SQLite, in the order to try.</summary>
    internal static string[] SystemNames(OSPlatform platform, Architecture architecture) =>
        platform == OSPlatform.Windows

            // On 32 bits Windows's own library has another calling convention than the provider.
            ? architecture == Architecture.X86 ? [] : ["winsqlite3.dll"]
            : platform == OSPlatform.OSX ? ["/usr/lib/libsqlite3.dylib", "libsqlite3.dylib"]
            : ["libsqlite3.so.0", "libsqlite3.so"];

    private static void Choose(string path)
    {
        try
        {
            // A bundle that the application references, but has not woken yet: it must not replace the library later, while it is in use.
            Type.GetType("SQLitePCL.Batteries_V2, SQLitePCLRaw.batteries_v2")?.GetMethod("Init", BindingFlags.Public | BindingFlags.Static)?.Invoke(null, null);
            if (!HasProvider())
            {
                UseSystemLibrary();
            }

            _ = raw.sqlite3_libversion_number();
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException or TargetInvocationException)
        {
            throw SqliteFaults.NoLibrary(path, error);
        }
    }

    private static bool HasProvider()
    {
        try
        {
            _ = raw.sqlite3_libversion_number();
            return true;
        }
        catch (Exception error) when (error is not (DllNotFoundException or BadImageFormatException or EntryPointNotFoundException))
        {
            // There is no other way to ask: without a provider every call throws a plain Exception.
            return false;
        }
    }

    private static void UseSystemLibrary()
    {
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        }
        catch (InvalidOperationException)
        {
            // The application has its own resolver for the provider, and knows best.
        }

        raw.SetProvider(new SQLite3Provider_e_sqlite3());
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != BundledName)
        {
            return 0;
        }

        if (NativeLibrary.TryLoad(name, assembly, searchPath, out var library))
        {
            return library;
        }

        var platform = OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
        foreach (var candidate in SystemNames(platform, RuntimeInformation.ProcessArchitecture))
        {
            if (NativeLibrary.TryLoad(candidate, out library))
            {
                return library;
            }
        }

        return 0;
    }
}
