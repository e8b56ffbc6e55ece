using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Globus.Extensions.Tests.Architecture;

/// <summary>The source files of one project, compiled without its generators, each known by its path below the project.</summary>
internal sealed class SourceTree
{
    /// <summary>How every source is parsed.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest,
        DocumentationMode.Diagnose,
        preprocessorSymbols: ["NET", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    /// <summary>What the SDK's implicit usings say.</summary>
    public static readonly SyntaxTree GlobalUsings = CSharpSyntaxTree.ParseText(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """,
        ParseOptions);

    private SourceTree(string project, IEnumerable<SyntaxTree> files, IEnumerable<MetadataReference> references)
    {
        Project = project;
        Files = [.. files];
        Compilation = CSharpCompilation.Create(
            project,
            [.. Files, GlobalUsings],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    /// <summary>The project, which is also its root namespace.</summary>
    public string Project { get; }

    /// <summary>The files, with paths such as <c>Tokens/Internal/X.cs</c>.</summary>
    public IReadOnlyList<SyntaxTree> Files { get; }

    /// <summary>All files in one compilation.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Reads the sources of a project of <c>src</c>.</summary>
    public static SourceTree OfProject(string project)
    {
        var root = RepositoryRoot.Combine("src", project);
        var files = Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(root, path).Replace('\\', '/'), FullPath: path))
            .Where(static file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .Select(static file => Parse(file.Path, File.ReadAllText(file.FullPath)));
        var own = PlatformReferences.Of(project);
        var references = project == "Globus.Extensions" ? PlatformReferences.Foreign : PlatformReferences.All.Where(reference => reference != own);
        return new SourceTree(project, files, references);
    }

    /// <summary>Takes sources from memory.</summary>
    public static SourceTree OfExample(params IEnumerable<(string Path, string Text)> files) =>
        new("Globus.Extensions", files.Select(static file => Parse(file.Path, file.Text)), PlatformReferences.Framework);

    /// <summary>The types declared at the top of a file.</summary>
    public static IEnumerable<MemberDeclarationSyntax> TypesOf(SyntaxTree file) =>
        file.GetRoot()
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Where(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Cast<MemberDeclarationSyntax>();

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);
}
