using Globus.Extensions.Tests.Architecture;
using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Api;

/// <summary>A type as one line: access, modifiers, kind, name, bases and constraints.</summary>
internal static class TypeLine
{
    private static readonly SymbolDisplayFormat NameFormat = MemberLine.Format
        .WithMemberOptions(SymbolDisplayMemberOptions.None)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance);

    private static readonly SymbolDisplayFormat DelegateFormat = MemberLine.Format
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword);

    public static string Of(INamedTypeSymbol type)
    {
        var access = type.DeclaredAccessibility == Accessibility.Public ? "public" : "protected";
        if (type.TypeKind == TypeKind.Delegate)
        {
            return $"{access} {type.ToDisplayString(DelegateFormat)}";
        }

        var bases = string.Join(", ", Bases(type));
        return $"{access} {Modifiers(type)}{Kind(type)} {type.ToDisplayString(NameFormat)}{(bases.Length == 0 ? "" : $" : {bases}")}{Constraints(type)}";
    }

    /// <summary>The keyword, or two of them, that declare such a type.</summary>
    public static string Kind(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Class => PublicSurface.IsRecord(type) ? "record" : "class",
        TypeKind.Struct => PublicSurface.IsRecord(type) ? "record struct" : "struct",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => "static ",
        { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
        { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
        { IsRefLikeType: true, IsReadOnly: true } => "readonly ref ",
        { IsRefLikeType: true } => "ref ",
        { TypeKind: TypeKind.Struct, IsReadOnly: true } => "readonly ",
        _ => "",
    };

    private static IEnumerable<string> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return type.EnumUnderlyingType!.SpecialType == SpecialType.System_Int32 ? [] : [Name(type.EnumUnderlyingType)];
        }

        var inherited = type.BaseType is { SpecialType: SpecialType.None } parent ? new[] { Name(parent) } : [];
        var interfaces = PublicSurface.Interfaces(type).Where(implemented => !IsOwnEquality(type, implemented)).Select(Name).Order(StringComparer.Ordinal);
        return inherited.Concat(interfaces);
    }

    private static bool IsOwnEquality(INamedTypeSymbol type, INamedTypeSymbol implemented) =>
        implemented.Name == "IEquatable" && PublicSurface.IsRecord(type);

    private static string Name(INamedTypeSymbol type) => type.ToDisplayString(NameFormat);

    private static string Constraints(INamedTypeSymbol type)
    {
        var full = type.ToDisplayString(NameFormat.AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints));
        return full[type.ToDisplayString(NameFormat).Length..];
    }
}
