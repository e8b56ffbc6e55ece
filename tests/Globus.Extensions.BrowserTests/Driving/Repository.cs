namespace Globus.Extensions.BrowserTests.Driving;

/// <summary>Where the sources are, and what was built of them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The built sample: in the same configuration as these tests.</summary>
    public static string Sample { get; } = Path.Combine(
        Root, "samples", "Login", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "Login.dll");

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException($"There is no Globus.Extensions.sln above {AppContext.BaseDirectory}."),
        _ when File.Exists(Path.Combine(folder.FullName, "Globus.Extensions.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
