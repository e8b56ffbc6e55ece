namespace Globus.Extensions.Tests;

/// <summary>The folder <c>shared</c> beside the project: real documents and expected answers, read in place.</summary>
internal static class SharedFolder
{
    private static readonly string? Root = Find();

    /// <summary>The full path of a file below <c>shared</c>; the test is skipped where the folder is absent.</summary>
    public static string File(params ReadOnlySpan<string> segments)
    {
        Assert.SkipWhen(Root is null, "The folder 'shared' with the conformance data is not beside the project.");
        return Path.Combine([Root!, .. segments]);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "conformance")))
            {
                return shared;
            }
        }

        return null;
    }
}
