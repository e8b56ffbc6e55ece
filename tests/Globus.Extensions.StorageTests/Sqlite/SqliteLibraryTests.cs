using System.Runtime.InteropServices;
using Globus.Extensions.Sqlite.Internal;

namespace Globus.Extensions.StorageTests.Sqlite;

public sealed class SqliteLibraryTests
{
    public static TheoryData<string, Architecture, string?> Systems => new()
    {
        { "LINUX", Architecture.X64, "libsqlite3.so.0" },
        { "FREEBSD", Architecture.X64, "libsqlite3.so.0" },
        { "OSX", Architecture.Arm64, "/usr/lib/libsqlite3.dylib" },
        { "WINDOWS", Architecture.X64, "winsqlite3.dll" },
        { "WINDOWS", Architecture.Arm64, "winsqlite3.dll" },
        { "WINDOWS", Architecture.X86, null },
    };

    [Theory]
    [MemberData(nameof(Systems))]
    public void Every_system_has_its_own_library(string platform, Architecture architecture, string? first) =>
        SqliteLibrary.SystemNames(OSPlatform.Create(platform), architecture).FirstOrDefault().ShouldBe(first);

    [Fact]
    public async Task Sixteen_threads_that_are_first_together_choose_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(static _ => Task.Run(static () => SqliteLibrary.EnsureReady("tokens.db"), TestContext.Current.CancellationToken)));

        SQLitePCL.raw.sqlite3_libversion_number().ShouldBeGreaterThan(3_007_000);
    }

    [Fact]
    public void No_native_library_comes_with_the_package() =>
        Directory.GetFiles(AppContext.BaseDirectory, "*sqlite3*", SearchOption.AllDirectories)
            .Select(static file => Path.GetFileName(file))
            .ShouldBe(["SQLitePCLRaw.provider.e_sqlite3.dll"]);
}
