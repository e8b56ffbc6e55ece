using Globus.Extensions.Tests.Architecture;
using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Api;

/// <summary>The public surface of an assembly as text files: one per namespace, and the list of types.</summary>
internal static class ApiText
{
    /// <summary>The name of the file that lists the types.</summary>
    public const string TypeList = "PublicTypes.txt";

    /// <summary>The text of each file by its name.</summary>
    public static SortedDictionary<string, string> Of(IAssemblySymbol assembly)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var types = PublicSurface.Types(assembly).OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal).ToArray();
        foreach (var space in types.GroupBy(static type => type.ContainingNamespace.ToDisplayString(), StringComparer.Ordinal))
        {
            files[$"{space.Key}.txt"] = $"namespace {space.Key}\n{string.Concat(space.Select(static type => "\n" + Block(type)))}";
        }

        if (types.Length > 0)
        {
            files[TypeList] = string.Concat(types.Select(static type => $"{TypeLine.Kind(type)} {type.ToDisplayString()}\n"));
        }

        return files;
    }

    private static string Block(INamedTypeSymbol type)
    {
        IEnumerable<string> lines = [.. Attributes.Of(type), TypeLine.Of(type), .. MemberLines(type).Select(static line => "    " + line)];
        return string.Concat(lines.Select(static line => line + "\n"));
    }

    private static IEnumerable<string> MemberLines(INamedTypeSymbol type)
    {
        var blocks = type.GetTypeMembers().Where(static block => block.IsExtension).ToArray();
        var implementations = blocks
            .SelectMany(static block => block.GetMembers().OfType<IMethodSymbol>())
            .Select(static method => method.AssociatedExtensionImplementation)
            .ToHashSet(SymbolEqualityComparer.Default);
        var own = PublicSurface.Members(type)
            .Where(member => !implementations.Contains(member))
            .Select(static member => (Rank: Rank(member), member.Name, Line: MemberLine.Of(member)));
        var extensions = blocks.SelectMany(static block => PublicSurface.Members(block).Select(member =>
            (Rank: Rank(member), member.Name, Line: $"extension({MemberLine.Of(block.ExtensionParameter!)}) {MemberLine.Of(member)}")));
        return own.Concat(extensions)
            .OrderBy(static member => member.Rank)
            .ThenBy(static member => member.Name, StringComparer.Ordinal)
            .ThenBy(static member => member.Line, StringComparer.Ordinal)
            .Select(static member => member.Line);
    }

    private static int Rank(ISymbol member) => member switch
    {
        IFieldSymbol => 0,
        IMethodSymbol { MethodKind: MethodKind.Constructor } => 1,
        IPropertySymbol => 2,
        IEventSymbol => 3,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } => 4,
        _ => 5,
    };
}
