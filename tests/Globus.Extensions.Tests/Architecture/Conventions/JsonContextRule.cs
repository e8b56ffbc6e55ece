using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>
/// A record that carries a mark of System.Text.Json is written or read somewhere, so a source-generated context must reach it:
/// named by <c>[JsonSerializable]</c>, or mentioned by a property of what is.
/// </summary>
internal static class JsonContextRule
{
    private const string Json = "System.Text.Json.Serialization";

    public static IEnumerable<string> FindViolations(IAssemblySymbol assembly)
    {
        var reached = Reached(assembly);
        return
            from type in PublicSurface.AllTypes(assembly)
            where IsModel(type) && !reached.Contains(type)
            select $"{type.ToDisplayString()}: in no JsonSerializerContext";
    }

    private static bool IsModel(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false } && PublicSurface.IsRecord(type) && type.GetMembers().OfType<IPropertySymbol>().Any(HasMark);

    private static bool HasMark(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.ContainingNamespace.ToDisplayString() == Json);

    private static HashSet<INamedTypeSymbol> Reached(IAssemblySymbol assembly)
    {
        var reached = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var next = new Queue<INamedTypeSymbol>(PublicSurface.AllTypes(assembly).SelectMany(static type => Named(type, "JsonSerializableAttribute")));
        while (next.TryDequeue(out var type))
        {
            if (reached.Add(type) && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly))
            {
                PropertyTypes(type).Concat(Named(type, "JsonDerivedTypeAttribute")).ToList().ForEach(next.Enqueue);
            }
        }

        return reached;
    }

    private static IEnumerable<INamedTypeSymbol> PropertyTypes(INamedTypeSymbol type) =>
        from part in PublicSurface.Bases(type).Prepend(type)
        from property in part.GetMembers().OfType<IPropertySymbol>()
        where property.DeclaredAccessibility == Accessibility.Public || HasMark(property)
        from mentioned in MentionedTypes.Flatten(property.Type)
        select mentioned;

    private static IEnumerable<INamedTypeSymbol> Named(INamedTypeSymbol type, string attributeName) =>
        from attribute in type.GetAttributes()
        where attribute.AttributeClass?.Name == attributeName
        let named = attribute.ConstructorArguments[0].Value as ITypeSymbol
        where named is not null
        from mentioned in MentionedTypes.Flatten(named)
        select mentioned;
}
