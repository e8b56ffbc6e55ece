using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>A public signature gives times as <see cref="DateTimeOffset"/>, never as <see cref="DateTime"/>.</summary>
internal static class DateTimeRule
{
    public static IEnumerable<string> FindViolations(IAssemblySymbol assembly) =>
        from mention in MentionedTypes.InSurface(assembly)
        where mention.Type.SpecialType == SpecialType.System_DateTime
        select $"{mention.Place.ToDisplayString()}: mentions DateTime";
}
