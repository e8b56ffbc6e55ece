using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Globus.Extensions.Tests.Architecture;

/// <summary>
/// A small program compiled in memory and read back from its metadata, exactly as the shipped assemblies are read: it shows that
/// a check can fail.
/// </summary>
internal sealed class Example
{
    private readonly byte[] _image;

    private Example(byte[] image, string documentation)
    {
        _image = image;
        Documentation = documentation;
    }

    /// <summary>The XML documentation the compiler wrote.</summary>
    public string Documentation { get; }

    /// <summary>The symbols, private ones too.</summary>
    public IAssemblySymbol Symbols => Read(MetadataImportOptions.All);

    /// <summary>The symbols as a program outside sees them.</summary>
    public IAssemblySymbol VisibleSymbols => Read(MetadataImportOptions.Public);

    /// <summary>Compiles a source text; a mistake in the example fails the test.</summary>
    public static Example Compile(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(source, SourceTree.ParseOptions), SourceTree.GlobalUsings],
            PlatformReferences.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = compilation.Emit(image, xmlDocumentationStream: documentation);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return new Example(image.ToArray(), System.Text.Encoding.UTF8.GetString(documentation.ToArray()));
    }

    /// <summary>Loads the example into this process.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream(_image);
        return new AssemblyLoadContext(nameof(Example), isCollectible: true).LoadFromStream(stream);
    }

    private IAssemblySymbol Read(MetadataImportOptions import)
    {
        var reference = MetadataReference.CreateFromImage(_image);
        var compilation = CSharpCompilation.Create(
            "Reader",
            references: [reference, .. PlatformReferences.Framework],
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: import));
        return (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
    }
}
