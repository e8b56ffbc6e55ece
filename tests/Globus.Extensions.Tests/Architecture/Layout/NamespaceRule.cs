using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Layout;

/// <summary>A folder is a namespace, but for the few types that a user should find without a using directive.</summary>
internal static class NamespaceRule
{
    private const string DependencyInjection = "Microsoft.Extensions.DependencyInjection";

    private static readonly HashSet<string> RootTypes = new(StringComparer.Ordinal)
    {
        "IGlobusApp", "GlobusOptions", "GlobusException", "AuthClient", "GroupsClient", "TransferClient", "GlobusConnection", "GlobusConnectionOptions",
    };

    private static readonly Dictionary<string, string> ExtensionNamespaces = new(StringComparer.Ordinal)
    {
        ["IServiceCollection"] = DependencyInjection,
        ["IHttpClientBuilder"] = DependencyInjection,
        ["GlobusBuilder"] = DependencyInjection,
        ["IHostApplicationBuilder"] = "Microsoft.Extensions.Hosting",
    };

    public static IEnumerable<string> FindViolations(SourceTree sources) =>
        from file in sources.Files
        let model = sources.Compilation.GetSemanticModel(file)
        from declaration in SourceTree.TypesOf(file)
        let type = (INamedTypeSymbol)model.GetDeclaredSymbol(declaration)!
        let actual = type.ContainingNamespace.ToDisplayString()
        let wanted = Wanted(sources.Project, file.FilePath, type)
        where actual != wanted
        select $"{file.FilePath}: {type.Name} is in the namespace {actual}, not in {wanted}";

    private static string Wanted(string project, string path, INamedTypeSymbol type)
    {
        if (project == "Globus.Extensions" && RootTypes.Contains(type.Name))
        {
            return project;
        }

        var extended = type.DeclaredAccessibility == Accessibility.Public ? ExtendedTypes(type) : [];
        var elsewhere = extended.Select(static name => ExtensionNamespaces.GetValueOrDefault(name)).FirstOrDefault(static name => name is not null);
        return elsewhere ?? string.Join('.', [project, .. path.Split('/')[..^1]]);
    }

    private static IEnumerable<string> ExtendedTypes(INamedTypeSymbol type) =>
    [
        .. type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.IsExtensionMethod).Select(static method => method.Parameters[0].Type.Name),
        .. type.GetTypeMembers().Where(static block => block.IsExtension).Select(static block => block.ExtensionParameter!.Type.Name),
    ];
}
