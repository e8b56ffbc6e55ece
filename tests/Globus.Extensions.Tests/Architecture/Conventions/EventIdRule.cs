using Microsoft.CodeAnalysis;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>Event ids are a contract: each is used once in all assemblies, lies in its feature's hundred, and has a name.</summary>
internal static class EventIdRule
{
    // The longest matching namespace counts. The protocol logs what concerns tokens and what concerns a login.
    private static readonly Dictionary<string, int[]> Ranges = new(StringComparer.Ordinal)
    {
        ["Globus.Extensions"] = [1000],
        ["Microsoft.Extensions"] = [1000],
        ["Globus.Extensions.Tokens"] = [1100],
        ["Globus.Extensions.Authorizers"] = [1100],
        ["Globus.Extensions.Tokens.Storage"] = [1200],
        ["Globus.Extensions.OAuth"] = [1100, 1300],
        ["Globus.Extensions.LoginFlows"] = [1300],
        ["Globus.Extensions.Services.Auth"] = [1300],
        ["Globus.Extensions.Http"] = [1400],
        ["Globus.Extensions.Services.Groups"] = [1500],
        ["Globus.Extensions.Services.Transfer"] = [1600],
        ["Globus.Extensions.Emulator"] = [2000],
        ["Globus.Extensions.Emulator.Hosting"] = [2100],
    };

    public static IEnumerable<string> FindViolations(IEnumerable<IAssemblySymbol> assemblies)
    {
        var events = assemblies.SelectMany(PublicSurface.AllTypes).SelectMany(static type => type.GetMembers()).OfType<IMethodSymbol>().SelectMany(Events).ToArray();
        return [.. events.SelectMany(OfOne), .. Twice(events, static logged => $"event id {logged.Id}"), .. Twice(events, static logged => $"event name {logged.Name}")];
    }

    private static IEnumerable<string> OfOne(LoggedEvent logged)
    {
        if (string.IsNullOrWhiteSpace(logged.Name))
        {
            yield return $"{logged.Method}: event {logged.Id} has no EventName";
        }

        var ranges = RangesOf(logged.Namespace);
        if (!ranges.Contains(logged.Id / 100 * 100))
        {
            yield return $"{logged.Method}: event {logged.Id} is not one of the {string.Join(" or ", ranges)}s";
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<LoggedEvent> events, Func<LoggedEvent, string> key) =>
        from same in events.Where(static logged => logged.Name is not null).GroupBy(key, StringComparer.Ordinal)
        where same.Count() > 1
        select $"{same.Key} is used by {string.Join(" and ", same.Select(static logged => logged.Method))}";

    private static int[] RangesOf(string space) => Ranges
        .Where(range => (space + ".").StartsWith(range.Key + ".", StringComparison.Ordinal))
        .OrderByDescending(static range => range.Key.Length)
        .Select(static range => range.Value)
        .FirstOrDefault([]);

    private static IEnumerable<LoggedEvent> Events(IMethodSymbol method) =>
        from attribute in method.GetAttributes()
        where attribute.AttributeClass?.Name == "LoggerMessageAttribute"
        let named = attribute.NamedArguments.ToDictionary(static pair => pair.Key, static pair => pair.Value.Value, StringComparer.Ordinal)
        let positional = attribute.ConstructorArguments.FirstOrDefault(static argument => argument.Type?.SpecialType == SpecialType.System_Int32).Value
        select new LoggedEvent(
            method.ContainingType.ToDisplayString() + "." + method.Name,
            method.ContainingNamespace.ToDisplayString(),
            (int)(named.GetValueOrDefault("EventId") ?? positional ?? -1),
            (string?)named.GetValueOrDefault("EventName"));

    private sealed record LoggedEvent(string Method, string Namespace, int Id, string? Name);
}
