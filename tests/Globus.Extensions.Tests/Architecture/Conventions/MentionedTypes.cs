using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>The types that a declaration mentions: bases, constraints, parameters, answers, and all their type arguments.</summary>
internal static class MentionedTypes
{
    /// <summary>Each place of the public surface with a type it mentions.</summary>
    public static IEnumerable<(ISymbol Place, INamedTypeSymbol Type)> InSurface(IAssemblySymbol assembly) =>
        PublicSurface.Types(assembly).SelectMany(static type =>
            PublicSurface.Members(type).Prepend(type).SelectMany(static place => Of(place).SelectMany(Flatten).Select(mentioned => (place, mentioned))));

    /// <summary>A type with its element types and type arguments.</summary>
    public static IEnumerable<INamedTypeSymbol> Flatten(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => [named.OriginalDefinition, .. named.TypeArguments.SelectMany(Flatten)],
        IArrayTypeSymbol array => Flatten(array.ElementType),
        IPointerTypeSymbol pointer => Flatten(pointer.PointedAtType),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> Of(ISymbol place) => place switch
    {
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type => [.. Constraints(type.TypeParameters), .. Of(invoke)],
        INamedTypeSymbol { BaseType: { } parent } type => [parent, .. PublicSurface.Interfaces(type), .. Constraints(type.TypeParameters)],
        INamedTypeSymbol type => [.. PublicSurface.Interfaces(type), .. Constraints(type.TypeParameters)],
        IMethodSymbol method => [method.ReturnType, .. method.Parameters.Select(static parameter => parameter.Type), .. Constraints(method.TypeParameters)],
        IPropertySymbol property => [property.Type, .. property.Parameters.Select(static parameter => parameter.Type)],
        IFieldSymbol field => [field.Type],
        IEventSymbol happening => [happening.Type],
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> Constraints(IEnumerable<ITypeParameterSymbol> parameters) =>
        parameters.SelectMany(static parameter => parameter.ConstraintTypes);
}
