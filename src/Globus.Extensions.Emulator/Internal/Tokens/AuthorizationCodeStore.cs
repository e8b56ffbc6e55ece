namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>All authorization codes, by hash. Thread-safe.</summary>
internal sealed class AuthorizationCodeStore(GlobusEmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);

    public DateTimeOffset NextExpiry => options.TimeProvider.GetUtcNow() + options.AuthorizationCodeLifetime;

    /// <summary>The codes that have not expired, by hash.</summary>
    public IReadOnlyList<KeyValuePair<string, AuthorizationCode>> Snapshot
    {
        get
        {
            lock (_gate)
            {
                ForgetExpired();
                return [.. _codes];
            }
        }
    }

    /// <summary>Puts these codes in the place of all there are.</summary>
    public void Restore(IEnumerable<KeyValuePair<string, AuthorizationCode>> codes)
    {
        lock (_gate)
        {
            _codes.Clear();
            foreach (var (hash, code) in codes)
            {
                _codes[hash] = code;
            }
        }
    }

    public string Issue(AuthorizationCode code)
    {
        var text = TokenText.Create();
        lock (_gate)
        {
            ForgetExpired();
            _codes.Add(TokenText.Hash(text), code);
        }

        return text;
    }

    /// <summary>
    /// Takes the code if <paramref name="matches"/> says that it is the caller's to take; of many callers exactly one gets it. A
    /// second use ends whatever the first one brought (RFC 6749, 4.1.2), for one of the two has stolen it.
    /// </summary>
    public AuthorizationCode? Redeem(string text, Func<AuthorizationCode, bool> matches)
    {
        lock (_gate)
        {
            if (!_codes.TryGetValue(TokenText.Hash(text), out var code) || !matches(code))
            {
                return null;
            }

            if (code.IsUsed)
            {
                code.Grant.Revoke();
                return null;
            }

            if (options.TimeProvider.GetUtcNow() >= code.ExpiresAt)
            {
                return null;
            }

            code.IsUsed = true;
            return code;
        }
    }

    // A used code is remembered as long as it could have been used, to recognise its second use.
    private void ForgetExpired()
    {
        var now = options.TimeProvider.GetUtcNow();
        foreach (var (hash, code) in _codes)
        {
            if (now >= code.ExpiresAt)
            {
                _codes.Remove(hash);
            }
        }
    }
}
