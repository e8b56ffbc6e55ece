namespace Globus.Extensions.Tests.Architecture;

/// <summary>The folder that holds the solution: checks of sources and golden files read and write there.</summary>
internal static class RepositoryRoot
{
    private static readonly string Root = Find();

    /// <summary>The full path of a file or folder of the repository.</summary>
    public static string Combine(params ReadOnlySpan<string> segments) => Path.Combine([Root, .. segments]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Globus.Extensions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Globus.Extensions.sln above {AppContext.BaseDirectory}: run the tests inside the repository.");
    }
}
