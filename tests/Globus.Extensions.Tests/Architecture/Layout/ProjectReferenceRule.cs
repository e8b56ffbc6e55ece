using System.Xml.Linq;

namespace Globus.Extensions.Tests.Architecture.Layout;

/// <summary>The emulator must be able to prove the library wrong: it knows nothing of it, and only its hosting package knows both.</summary>
internal static class ProjectReferenceRule
{
    private const string Emulator = "Globus.Extensions.Emulator";
    private const string Hosting = "Globus.Extensions.Emulator.Hosting";

    private static readonly string[] BringCode = ["ProjectReference", "PackageReference", "Reference", "Compile"];

    public static IEnumerable<string> FindViolations(string project, XDocument definition) =>
        from element in definition.Descendants()
        where BringCode.Contains(element.Name.LocalName, StringComparer.Ordinal)
        let included = element.Attribute("Include")?.Value.Replace('\\', '/')
        where included is not null
        let known = KnownProject(included)
        where known is not null && known != project && !MayReference(project, known)
        select $"{project}: {element.Name.LocalName} to {included}";

    private static string? KnownProject(string included) =>
        included.Split('/').Select(static segment => segment.Replace(".csproj", "", StringComparison.Ordinal)).FirstOrDefault(static segment => segment.StartsWith("Globus.Extensions", StringComparison.Ordinal));

    private static bool MayReference(string project, string referenced) => project switch
    {
        Hosting => true,
        Emulator => false,
        _ => !referenced.StartsWith(Emulator, StringComparison.Ordinal),
    };
}
