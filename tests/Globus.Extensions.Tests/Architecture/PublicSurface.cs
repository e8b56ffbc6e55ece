using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture;

/// <summary>What a program outside can see of an assembly, without what the compiler adds on its own.</summary>
internal static class PublicSurface
{
    // Of a positional or plain record; the rest of what the compiler adds carries [CompilerGenerated].
    private static readonly HashSet<string> OfRecords = new(StringComparer.Ordinal) { "EqualityContract", "PrintMembers", "<Clone>$" };

    /// <summary>Every type of the assembly, nested and internal ones too.</summary>
    public static IEnumerable<INamedTypeSymbol> AllTypes(IAssemblySymbol assembly) => Namespaces(assembly.GlobalNamespace)
        .SelectMany(static space => space.GetTypeMembers())
        .SelectMany(WithNested);

    /// <summary>The types that are public or protected all the way out.</summary>
    /// <remarks>Not <c>Program</c>: ASP.NET Core's generator makes it public for its own test host, and nobody is promised it.</remarks>
    public static IEnumerable<INamedTypeSymbol> Types(IAssemblySymbol assembly) =>
        AllTypes(assembly).Where(static type => !type.IsExtension && IsVisible(type) && type.ToDisplayString() != "Program");

    /// <summary>The visible members of a type: methods, constructors, operators, properties, events and fields.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate
        ? []
        : type.GetMembers().Where(static member => member is not INamedTypeSymbol && IsVisible(member) && !IsGenerated(member));

    /// <summary>The visible methods that somebody wrote as methods.</summary>
    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) =>
        Members(type).OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary);

    /// <summary>The interfaces that a type is seen to implement; internal ones are nobody's business.</summary>
    public static IEnumerable<INamedTypeSymbol> Interfaces(INamedTypeSymbol type) => type.Interfaces.Where(IsVisible);

    /// <summary>Whether the symbol and all that it stands in can be seen from outside.</summary>
    public static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    /// <summary>Whether a record struct or record class: the compiler's own equality operator tells.</summary>
    public static bool IsRecord(INamedTypeSymbol type) => type.GetMembers("op_Equality").Any(HasGeneratedMark);

    /// <summary>The classes that a type derives from, nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }
    }

    private static bool IsGenerated(ISymbol member) =>
        member.IsImplicitlyDeclared
        || HasGeneratedMark(member)
        || OfRecords.Contains(member.Name) && IsRecord(member.ContainingType)
        || member is IMethodSymbol { AssociatedSymbol: not null };

    private static bool HasGeneratedMark(ISymbol member) =>
        member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) =>
        [space, .. space.GetNamespaceMembers().SelectMany(Namespaces)];

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) =>
        [type, .. type.GetTypeMembers().SelectMany(WithNested)];
}
