using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Globus.Extensions.Tests.Api;

/// <summary>The attributes that change what a caller may write or what the compiler tells him.</summary>
internal static class Attributes
{
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "AllowNull", "AttributeUsage", "DisallowNull", "DoesNotReturn", "EditorBrowsable", "Experimental", "Flags", "MaybeNull", "MaybeNullWhen",
        "MemberNotNull", "MemberNotNullWhen", "NotNull", "NotNullIfNotNull", "NotNullWhen", "Obsolete", "OverloadResolutionPriority",
        "RequiresDynamicCode", "RequiresUnreferencedCode", "SetsRequiredMembers", "StringSyntax", "UnsupportedOSPlatform",
    };

    /// <summary>Each attribute in brackets, those of parameters and of the answer with their target.</summary>
    public static IEnumerable<string> Of(ISymbol symbol)
    {
        var own = Texts(symbol.GetAttributes()).Select(static text => $"[{text}]");
        if (symbol is not IMethodSymbol method)
        {
            return own;
        }

        var answer = Texts(method.GetReturnTypeAttributes()).Select(static text => $"[return: {text}]");
        var parameters = method.Parameters.SelectMany(static parameter => Texts(parameter.GetAttributes()).Select(text => $"[{parameter.Name}: {text}]"));
        return [.. own, .. answer, .. parameters];
    }

    private static IEnumerable<string> Texts(IEnumerable<AttributeData> attributes) =>
        from attribute in attributes
        let name = attribute.AttributeClass!.Name.Split("Attribute")[0]
        where Shown.Contains(name)
        let text = name + Arguments(attribute)
        orderby text
        select text;

    private static string Arguments(AttributeData attribute)
    {
        string[] arguments =
        [
            .. attribute.ConstructorArguments.Select(static value => value.ToCSharpString()),
            .. attribute.NamedArguments.Select(static pair => $"{pair.Key} = {pair.Value.ToCSharpString()}"),
        ];
        return arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})";
    }
}
