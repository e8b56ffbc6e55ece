using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture;

/// <summary>Everything this test process may load, as references for compilations made in memory.</summary>
internal static class PlatformReferences
{
    private static readonly Lazy<Dictionary<string, PortableExecutableReference>> ByName = new(Load);

    /// <summary>Every reference, the shipped assemblies among them.</summary>
    public static IEnumerable<PortableExecutableReference> All => ByName.Value.Values;

    /// <summary>Every reference but this repository's own assemblies, to compile their sources anew.</summary>
    public static IEnumerable<PortableExecutableReference> Foreign =>
        ByName.Value.Where(static pair => !pair.Key.StartsWith("Globus.Extensions", StringComparison.Ordinal)).Select(static pair => pair.Value);

    /// <summary>The base library and Microsoft.Extensions: all that an example needs, and quick to bind.</summary>
    public static IEnumerable<PortableExecutableReference> Framework =>
        ByName.Value.Where(static pair => IsFramework(pair.Key)).Select(static pair => pair.Value);

    /// <summary>The reference to one assembly.</summary>
    public static PortableExecutableReference Of(string assemblyName) => ByName.Value[assemblyName];

    private static bool IsFramework(string name) =>
        name == "netstandard"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && name.EndsWith(".Abstractions", StringComparison.Ordinal);

    private static Dictionary<string, PortableExecutableReference> Load()
    {
        var paths = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return paths
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .DistinctBy(static path => Path.GetFileName(path), StringComparer.Ordinal)
            .ToDictionary(static path => Path.GetFileNameWithoutExtension(path), static path => MetadataReference.CreateFromFile(path), StringComparer.Ordinal);
    }
}
