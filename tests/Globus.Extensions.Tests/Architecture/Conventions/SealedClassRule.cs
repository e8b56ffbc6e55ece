using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>
/// Every public class is sealed, static or abstract, except what a user mocks (clients, and the groups of operations that the
/// properties of clients and interfaces give), login flow managers, whose prompts a user overrides, and exceptions that others derive from. What is mocked
/// has virtual members and a protected constructor.
/// </summary>
internal static class SealedClassRule
{
    private const string Pageable = "GlobusPageable";

    public static IEnumerable<string> FindViolations(IAssemblySymbol assembly)
    {
        var classes = PublicSurface.Types(assembly).Where(static type => type.TypeKind == TypeKind.Class && !type.IsStatic && !type.IsSealed).ToArray();
        var mocked = Mocked(classes, PublicSurface.Types(assembly).Where(static type => type.TypeKind == TypeKind.Interface));
        var bases = PublicSurface.AllTypes(assembly).Select(static type => type.BaseType?.OriginalDefinition).ToHashSet(SymbolEqualityComparer.Default);
        return classes.SelectMany(type =>
            mocked.Contains(type) ? Unmockable(type)
            : type.IsAbstract || IsException(type) && bases.Contains(type) || IsLoginFlowManager(type) ? []
            : [$"{type.ToDisplayString()}: neither sealed nor static"]);
    }

    private static HashSet<INamedTypeSymbol> Mocked(INamedTypeSymbol[] classes, IEnumerable<INamedTypeSymbol> interfaces)
    {
        var mocked = classes.Where(static type => type.Name.EndsWith("Client", StringComparison.Ordinal) || type.Name == Pageable).ToHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var clients = mocked.Where(static type => type.Name != Pageable).ToArray();
        for (var next = new Queue<INamedTypeSymbol>(clients.Concat(interfaces)); next.TryDequeue(out var owner);)
        {
            foreach (var group in owner.GetMembers().OfType<IPropertySymbol>().Select(static property => property.Type).OfType<INamedTypeSymbol>())
            {
                if (classes.Contains(group, SymbolEqualityComparer.Default) && mocked.Add(group))
                {
                    next.Enqueue(group);
                }
            }
        }

        return mocked;
    }

    private static IEnumerable<string> Unmockable(INamedTypeSymbol type)
    {
        var fixedMembers = PublicSurface.Members(type)
            .Where(static member => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } and not IFieldSymbol and not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            .Where(static member => !IsOverridable(member))
            .Select(static member => $"{member.ToDisplayString()}: not virtual, so it cannot be mocked");
        return type.InstanceConstructors.Any(constructor => IsForMocks(type, constructor))
            ? fixedMembers
            : fixedMembers.Prepend($"{type.ToDisplayString()}: no protected parameterless constructor, so it cannot be mocked");
    }

    private static bool IsOverridable(ISymbol member) =>
        member.IsVirtual || member.IsAbstract || member is { IsOverride: true, IsSealed: false } || OverridesObject(member);

    private static bool OverridesObject(ISymbol member) =>
        member is IMethodSymbol { OverriddenMethod.ContainingType.SpecialType: SpecialType.System_Object };

    // An abstract base may keep strangers out: its own clients still reach the constructor.
    private static bool IsForMocks(INamedTypeSymbol type, IMethodSymbol constructor) => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility switch
    {
        Accessibility.Protected => true,
        Accessibility.ProtectedOrInternal or Accessibility.ProtectedAndInternal => type.IsAbstract,
        _ => false,
    };

    private static bool IsLoginFlowManager(INamedTypeSymbol type) => PublicSurface.Bases(type).Any(static parent => parent.Name == "LoginFlowManager");

    private static bool IsException(INamedTypeSymbol type) => PublicSurface.Bases(type).Any(static parent => parent.ToDisplayString() == "System.Exception");
}
