using System.Collections.Frozen;
using System.Text;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Auth.Internal;

/// <summary>Writes an <see cref="IdentityQuery"/> as the queries of as many requests as it takes.</summary>
internal static class IdentityQueryText
{
    /// <summary>How many identities the service takes at once.</summary>
    public const int MaxCount = 100;

    // Servers refuse request lines from 8 KiB on. A hundred ids take half of this.
    private const int MaxLength = 7_000;

    private static readonly FrozenSet<string> ProtocolNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ids", "usernames", "provision");

    /// <summary>The queries, each with as many identities as fit.</summary>
    /// <exception cref="ArgumentException">The query is not one that the service could answer.</exception>
    public static IReadOnlyList<string> Write(IdentityQuery query, string parameterName)
    {
        IdentityKey[] ids = [.. (query.Ids ?? []).Select(id => IdentityKey.OfId(id.Value, parameterName)).Distinct()];
        IdentityKey[] usernames = [.. (query.Usernames ?? []).Select(name => IdentityKey.OfUsername(name, parameterName)).Distinct()];
        if (ids.Length == 0 == (usernames.Length == 0))
        {
            throw new ArgumentException(
                ids.Length == 0
                    ? "Name at least one identity, by id or by user name."
                    : "Identities are looked up by ids or by user names, not by both at once. Ask twice, or use an IdentityMap, which takes them mixed.",
                parameterName);
        }

        if (ids.Length > 0 && query.Provision)
        {
            throw new ArgumentException("Identities are provisioned by user names, not by ids.", parameterName);
        }

        var extra = ExtraParameters.Check(query.ExtraParameters, ProtocolNames);
        return ids.Length > 0
            ? Write("ids", ids, extra)
            : Write("usernames", usernames, [new("provision", query.Provision ? "true" : "false"), .. extra]);
    }

    private static List<string> Write(string name, IdentityKey[] keys, KeyValuePair<string, string>[] rest)
    {
        var queries = new List<string>();
        var batch = new List<string>();
        var room = MaxLength - Write(name, batch, rest).Length;
        var length = 0;
        foreach (var text in keys.Select(static key => key.Text))
        {
            var more = Uri.EscapeDataString(text).Length + "%2C".Length;
            if (batch.Count == MaxCount || (batch.Count > 0 && length + more > room))
            {
                queries.Add(Write(name, batch, rest));
                batch.Clear();
                length = 0;
            }

            batch.Add(text);
            length += more;
        }

        queries.Add(Write(name, batch, rest));
        return queries;
    }

    private static string Write(string name, List<string> batch, KeyValuePair<string, string>[] rest)
    {
        var query = QueryText.Append(new StringBuilder(), name, string.Join(',', batch));
        foreach (var (parameter, value) in rest)
        {
            QueryText.Append(query, parameter, value);
        }

        return query.ToString();
    }
}
