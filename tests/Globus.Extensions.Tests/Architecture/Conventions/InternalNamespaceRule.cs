using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary><c>Internal</c> namespaces hold no public type, and no public signature mentions a type of theirs.</summary>
internal static class InternalNamespaceRule
{
    public static IEnumerable<string> FindViolations(IAssemblySymbol assembly)
    {
        var types = PublicSurface.Types(assembly).Where(IsInternal).Select(static type => $"{type.ToDisplayString()}: public in an Internal namespace");
        var mentions =
            from mention in MentionedTypes.InSurface(assembly)
            where IsInternal(mention.Type)
            where !IsInternal(mention.Place)
            select $"{mention.Place.ToDisplayString()}: mentions {mention.Type.ToDisplayString()}";
        return types.Concat(mentions);
    }

    private static bool IsInternal(ISymbol symbol)
    {
        for (var space = symbol.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (space.Name == "Internal")
            {
                return true;
            }
        }

        return false;
    }
}
