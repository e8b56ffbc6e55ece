namespace Globus.Extensions.BrowserTests.Driving;

/// <summary>Where the screenshots go: <c>TestResults/pictures</c> beside the project, or the folder that <c>GLOBUS_PICTURES</c> names.</summary>
internal static class Pictures
{
    private static readonly string Folder = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("GLOBUS_PICTURES") ?? Path.Combine(Repository.Root, "tests", "Globus.Extensions.BrowserTests", "TestResults", "pictures")).FullName;

    public static string PathOf(string name) => Path.Combine(Folder, name + ".png");
}
