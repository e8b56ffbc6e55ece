using System.Runtime.CompilerServices;

namespace Globus.Extensions.Scopes.Internal;

/// <summary>What the templates of <see cref="GlobusScopes"/> share: ids, and the way back from a scope to its resource server.</summary>
internal static class ScopeTemplates
{
    public static string FlowUserName(Guid flowId) => $"flow_{flowId.ToString("D").Replace('-', '_')}_user";

    public static Guid Id(string id, [CallerArgumentExpression(nameof(id))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(id, name);
        return Guid.TryParseExact(id, "D", out var guid) ? guid : throw NoUuid(id, name!, name);
    }

    public static IReadOnlyList<Guid> Ids(IEnumerable<string> ids, [CallerArgumentExpression(nameof(ids))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(ids, name);
        return [.. ids.Select((id, index) => Guid.TryParseExact(id, "D", out var guid) ? guid : throw NoUuid(id, $"{name}[{index}]", name))];
    }

    /// <summary>The resource server that stands in a scope's own name, where the form of the name warrants that it is one.</summary>
    public static string? FindResourceServer(string scope, string urnPrefix, string urlPrefix)
    {
        if (scope.AsSpan().ContainsAny(" []*"))
        {
            return null;
        }

        if (scope.StartsWith(urnPrefix, StringComparison.Ordinal))
        {
            var rest = scope.AsSpan(urnPrefix.Length);
            var colon = rest.IndexOf(':');
            return colon > 0 && colon < rest.Length - 1 ? rest[..colon].ToString() : null;
        }

        if (!scope.StartsWith(urlPrefix, StringComparison.Ordinal) || scope.Split('/') is not [_, _, _, _, var id, var name]
            || !Guid.TryParseExact(id, "D", out var guid) || guid.ToString("D") != id)
        {
            return null;
        }

        return name is "data_access" or "https" || name == FlowUserName(guid) ? id : null;
    }

    private static ArgumentException NoUuid(string? id, string place, string? name) =>
        new($"'{place}' has to be a UUID such as 3f0e9a1c-1111-4222-8333-444455556666, but is '{id}'.", name);
}
