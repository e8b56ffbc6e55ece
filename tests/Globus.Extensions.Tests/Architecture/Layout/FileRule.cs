using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Globus.Extensions.Tests.Architecture.Layout;

/// <summary>One type a file, and the file named after it: <c>X.cs</c>, <c>X.Log.cs</c> for a part, <c>X{T}.cs</c> for a generic one.</summary>
internal static class FileRule
{
    private static readonly char[] NameEnds = ['.', '{'];

    public static IEnumerable<string> FindViolations(SourceTree sources)
    {
        foreach (var file in sources.Files)
        {
            var types = SourceTree.TypesOf(file).Select(NameOf).ToArray();
            if (types.Length > 1)
            {
                yield return $"{file.FilePath}: declares {types.Length} types ({string.Join(", ", types)})";
            }
            else if (types is [var type] && !Fits(file, type))
            {
                yield return $"{file.FilePath}: is not named after {type}";
            }
        }
    }

    private static bool Fits(SyntaxTree file, string type)
    {
        var name = Path.GetFileName(file.FilePath).Split(NameEnds)[0];
        return name == type || name == type + "OfT";
    }

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.ValueText,
        DelegateDeclarationSyntax named => named.Identifier.ValueText,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type"),
    };
}
