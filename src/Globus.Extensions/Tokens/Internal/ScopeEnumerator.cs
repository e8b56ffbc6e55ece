namespace Globus.Extensions.Tokens.Internal;

/// <summary>Walks the scopes of a space-separated list; what stands between two spaces in a row is no scope.</summary>
internal ref struct ScopeEnumerator(ReadOnlySpan<char> scopes)
{
    private ReadOnlySpan<char> _rest = scopes;

    public ReadOnlySpan<char> Current { get; private set; } = default;

    public readonly ScopeEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        _rest = _rest.TrimStart(' ');
        if (_rest.IsEmpty)
        {
            return false;
        }

        var end = _rest.IndexOf(' ');
        Current = end < 0 ? _rest : _rest[..end];
        _rest = _rest[Current.Length..];
        return true;
    }
}
