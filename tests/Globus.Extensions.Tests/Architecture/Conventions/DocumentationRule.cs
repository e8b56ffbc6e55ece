using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>
/// Every public type and member has a summary that says something, or inherits one. The compiler demands that a comment exists;
/// this demands that it is not empty. Constructors without parameters are free: metadata do not tell written ones from the default.
/// </summary>
internal static class DocumentationRule
{
    public static IEnumerable<string> FindViolations(IAssemblySymbol assembly, XDocument documentation)
    {
        var comments = documentation.Descendants("member").ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        return
            from type in PublicSurface.Types(assembly)
            from symbol in PublicSurface.Members(type).Prepend(type)
            where symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true }
            where !SaysSomething(comments.GetValueOrDefault(symbol.GetDocumentationCommentId()!)) && !IsDocumentedParameter(symbol, comments)
            select $"{symbol.ToDisplayString()}: no summary";
    }

    private static bool SaysSomething(XElement? comment) =>
        comment?.Element("inheritdoc") is not null || HasContent(comment?.Element("summary"));

    private static bool HasContent(XElement? element) => element is not null && (element.HasElements || !string.IsNullOrWhiteSpace(element.Value));

    // The property of a positional record: the type's <param> speaks for it.
    private static bool IsDocumentedParameter(ISymbol symbol, Dictionary<string, XElement> comments) =>
        symbol is IPropertySymbol { ContainingType: var type }
        && PublicSurface.IsRecord(type)
        && comments.GetValueOrDefault(type.GetDocumentationCommentId()!) is { } comment
        && comment.Elements("param").Any(parameter => parameter.Attribute("name")?.Value == symbol.Name && HasContent(parameter));
}
