using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Globus.Extensions.Tests.Architecture;

/// <summary>The built assemblies whose surface and conventions are checked. A new package is added here.</summary>
internal static class ShippedAssemblies
{
    private static readonly Lazy<CSharpCompilation> Everything = new(static () => Compilation(MetadataImportOptions.All));

    private static readonly Lazy<CSharpCompilation> Visible = new(static () => Compilation(MetadataImportOptions.Public));

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names =>
    [
        "Globus.Extensions",
        "Globus.Extensions.DataProtection",
        "Globus.Extensions.Emulator",
        "Globus.Extensions.Emulator.Hosting",
        "Globus.Extensions.Sqlite",
        "Globus.Extensions.Testing",
    ];

    /// <summary>All of them, with their internal and private symbols.</summary>
    public static IEnumerable<IAssemblySymbol> All => Names.Select(static row => Symbols(row.Data));

    /// <summary>One of them, with its internal and private symbols.</summary>
    public static IAssemblySymbol Symbols(string name) => Symbols(Everything.Value, name);

    /// <summary>One of them as a program outside sees it.</summary>
    public static IAssemblySymbol VisibleSymbols(string name) => Symbols(Visible.Value, name);

    /// <summary>The path of its XML documentation.</summary>
    public static string DocumentationPath(string name) => Path.ChangeExtension(PlatformReferences.Of(name).FilePath!, ".xml");

    private static CSharpCompilation Compilation(MetadataImportOptions import) => CSharpCompilation.Create(
        "Reader",
        references: PlatformReferences.All,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: import));

    private static IAssemblySymbol Symbols(CSharpCompilation compilation, string name) =>
        (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(PlatformReferences.Of(name))!;
}
