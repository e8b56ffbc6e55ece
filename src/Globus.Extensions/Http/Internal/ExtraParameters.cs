using System.Collections.Frozen;

namespace Globus.Extensions.Http.Internal;

/// <summary>Parameters of the caller's own: they may add to a request, never change what the protocol says in it.</summary>
internal static class ExtraParameters
{
    public static readonly FrozenSet<string> OfGrants = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "grant_type", "client_id", "client_secret", "code", "code_verifier", "redirect_uri", "refresh_token", "scope", "token", "access_type");

    /// <summary>The parameters, read once: a sequence that yields others the second time slips nothing in.</summary>
    /// <exception cref="ArgumentException">One has no name, or a name of the protocol.</exception>
    public static KeyValuePair<string, string>[] Check(IEnumerable<KeyValuePair<string, string>>? parameters, FrozenSet<string> protocolNames)
    {
        KeyValuePair<string, string>[] all = [.. parameters ?? []];
        foreach (var (name, _) in all)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(parameters));
            if (protocolNames.Contains(name))
            {
                throw new ArgumentException(
                    $"'{name}' belongs to the protocol and cannot be an extra parameter. Use the argument or option that is meant for it.", nameof(parameters));
            }
        }

        return all;
    }
}
