using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>A public exception of the library derives from <c>GlobusException</c>, so that one catch tells its trouble from other trouble.</summary>
/// <remarks>Not what the checks for users' own code throw: that is the failure of a test, which nobody catches.</remarks>
internal static class PublicExceptionRule
{
    public static IEnumerable<string> FindViolations(IAssemblySymbol assembly) =>
        from type in PublicSurface.Types(assembly)
        where !type.Name.EndsWith("ConformanceException", StringComparison.Ordinal)
        let bases = PublicSurface.Bases(type).Prepend(type).Select(static parent => parent.ToDisplayString()).ToArray()
        where bases.Contains("System.Exception", StringComparer.Ordinal) && !bases.Contains("Globus.Extensions.GlobusException", StringComparer.Ordinal)
        select $"{type.ToDisplayString()}: does not derive from GlobusException";
}
