using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Globus.Extensions.Tests.Architecture.Layers;

/// <summary>
/// Holds the order of the folders: resolves every name in the sources and compares where it is written with where it is
/// declared. Names in XML comments are free, using directives are not.
/// </summary>
internal static class LayerRule
{
    // CS0234 and CS0246: a namespace or type that is not there. Whatever it hides could not be checked.
    private static readonly string[] Unbound = ["CS0234", "CS0246"];

    public static IEnumerable<string> FindViolations(SourceTree sources) =>
        [.. UnboundNames(sources), .. sources.Files.SelectMany(file => InFile(sources, file)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> UnboundNames(SourceTree sources) =>
        from diagnostic in sources.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
        where Unbound.Contains(diagnostic.Id, StringComparer.Ordinal)
        select $"{Place(diagnostic.Location)}: {diagnostic.GetMessage(null)}";

    private static IEnumerable<string> InFile(SourceTree sources, SyntaxTree file)
    {
        if (Layer.OfFile(file.FilePath) is not { } user)
        {
            return SourceTree.TypesOf(file).Any() ? [$"{file.FilePath}: stands in no folder that the design names"] : [];
        }

        var model = sources.Compilation.GetSemanticModel(file);
        return
            from name in file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            let symbol = Resolve(model.GetSymbolInfo(name))
            where symbol is not null
            from declared in DeclaringFiles(symbol, name)
            let used = Layer.OfFile(declared)
            where used is not null && !Layer.MayKnow(user, used)
            select $"{Place(name.GetLocation())}: {user} may not know {used}, but names {symbol.ToDisplayString()}";
    }

    private static ISymbol? Resolve(SymbolInfo info) => (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) switch
    {
        INamespaceSymbol name => name,
        INamedTypeSymbol type => type,
        { ContainingType: { } type } => type,
        _ => null,
    };

    // A namespace counts where a using directive opens it and it belongs to one layer alone.
    private static IEnumerable<string> DeclaringFiles(ISymbol symbol, SimpleNameSyntax name) => symbol switch
    {
        INamespaceSymbol space when Opens(name) => space
            .GetTypeMembers()
            .SelectMany(static type => type.DeclaringSyntaxReferences)
            .Select(static reference => reference.SyntaxTree.FilePath)
            .GroupBy(Layer.OfFile, StringComparer.Ordinal)
            .Select(static layer => layer.First())
            .ToArray() is [var only] ? [only] : [],
        INamespaceSymbol => [],
        _ => symbol.DeclaringSyntaxReferences.Take(1).Select(static reference => reference.SyntaxTree.FilePath),
    };

    private static bool Opens(SimpleNameSyntax name) =>
        name.Parent is UsingDirectiveSyntax || name.Parent is QualifiedNameSyntax { Parent: UsingDirectiveSyntax } qualified && qualified.Right == name;

    private static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return $"{span.Path}:{span.StartLinePosition.Line + 1}";
    }
}
