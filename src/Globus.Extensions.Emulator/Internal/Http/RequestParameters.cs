using Microsoft.Extensions.Primitives;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>The parameters of a query or form. An empty value counts as left out (RFC 6749, 3.1).</summary>
internal sealed class RequestParameters(IEnumerable<KeyValuePair<string, StringValues>> values)
{
    private readonly Dictionary<string, StringValues> _values = new(values, StringComparer.Ordinal);

    /// <summary>The first parameter given more than once, which makes a request invalid.</summary>
    public string? Repeated => _values.FirstOrDefault(static pair => pair.Value.Count > 1).Key;

    public string? this[string name] =>
        _values.TryGetValue(name, out var value) && value.Count == 1 && value[0] is { Length: > 0 } text ? text : null;
}
