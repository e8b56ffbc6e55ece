using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>A public interface is a seam with one job: at most nine members, those of our own interfaces it extends among them.</summary>
internal static class InterfaceSizeRule
{
    private const int Limit = 9;

    public static IEnumerable<string> FindViolations(IAssemblySymbol assembly) =>
        from type in PublicSurface.Types(assembly)
        where type.TypeKind == TypeKind.Interface
        let members = type.AllInterfaces
            .Where(extended => SymbolEqualityComparer.Default.Equals(extended.ContainingAssembly, assembly))
            .Prepend(type)
            .Sum(static part => PublicSurface.Members(part).Count())
        where members > Limit
        select $"{type.ToDisplayString()}: {members} members";
}
