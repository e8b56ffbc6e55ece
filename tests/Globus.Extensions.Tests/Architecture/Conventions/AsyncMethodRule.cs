using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>
/// Public methods that give a task or a sequence to await end in <c>Async</c>, others do not, and take
/// <c>CancellationToken cancellationToken = default</c> last. What overrides or implements a method of another library keeps that
/// one's shape; a pageable gets its token when it is enumerated, and its own views (<c>AsPages</c>, <c>FromPages</c>) are no calls.
/// </summary>
internal static class AsyncMethodRule
{
    private const string Token = "System.Threading.CancellationToken";
    private const string Pageable = "GlobusPageable";

    public static IEnumerable<string> FindViolations(IAssemblySymbol assembly) =>
        from type in PublicSurface.Types(assembly)
        where type.Name != Pageable
        from method in PublicSurface.Methods(type)
        where !HasForeignShape(method)
        from violation in Violations(method)
        select $"{method.ToDisplayString()}: {violation}";

    private static IEnumerable<string> Violations(IMethodSymbol method)
    {
        var isAsync = IsAwaited(method.ReturnType);
        if (isAsync != method.Name.EndsWith("Async", StringComparison.Ordinal))
        {
            yield return isAsync ? "its name does not end in Async" : "its name ends in Async, but nothing can be awaited";
        }

        var tokens = method.Parameters.Where(static parameter => parameter.Type.ToDisplayString() == Token).ToArray();
        if (tokens.Length == 0 && isAsync && method.ReturnType.Name != Pageable)
        {
            yield return "takes no CancellationToken";
        }

        foreach (var token in tokens)
        {
            if (token.Ordinal != method.Parameters.Length - 1)
            {
                yield return $"{token.Name} does not come last";
            }

            if (token.Name != "cancellationToken")
            {
                yield return $"{token.Name} is not named cancellationToken";
            }

            if (!token.HasExplicitDefaultValue && method.DeclaredAccessibility == Accessibility.Public)
            {
                yield return $"{token.Name} has no default";
            }
        }
    }

    private static bool IsAwaited(ITypeSymbol type) => type.Name switch
    {
        "Task" or "ValueTask" => type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks",
        "IAsyncEnumerable" => type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic",
        _ => type.AllInterfaces.Any(IsAwaited),
    };

    private static bool HasForeignShape(IMethodSymbol method) => Origins(method).Any(origin => !SymbolEqualityComparer.Default.Equals(origin.ContainingAssembly, method.ContainingAssembly));

    private static IEnumerable<IMethodSymbol> Origins(IMethodSymbol method)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            yield return overridden;
        }

        foreach (var declared in method.ContainingType.AllInterfaces.SelectMany(static implemented => implemented.GetMembers().OfType<IMethodSymbol>()))
        {
            if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(declared), method))
            {
                yield return declared;
            }
        }
    }
}
