using System.Collections.Frozen;
using System.Text;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Auth.Internal;

/// <summary>Writes queries that pick several things at once: Globus Auth takes their ids with commas between them.</summary>
internal static class AuthQuery
{
    private static readonly FrozenSet<string> ProtocolNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ids", "domains", "scope_strings");

    /// <summary>A query with these values and the caller's own parameters.</summary>
    /// <exception cref="ArgumentException">There is no value, one is empty or would become two, or an extra parameter has a name of the protocol.</exception>
    public static string Pick(string name, IEnumerable<string> values, IEnumerable<KeyValuePair<string, string>>? extraParameters, string parameterName)
    {
        string[] all = [.. values];
        if (all.Length == 0)
        {
            throw new ArgumentException("Name at least one.", parameterName);
        }

        foreach (var value in all)
        {
            if (string.IsNullOrWhiteSpace(value) || value.Contains(',', StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{value}' cannot be looked for: each value is one id or name, not empty and without a comma.", parameterName);
            }
        }

        return Append(QueryText.Append(new StringBuilder(), name, string.Join(',', all)), extraParameters);
    }

    /// <summary>A query of the caller's own parameters.</summary>
    /// <exception cref="ArgumentException">An extra parameter has a name of the protocol.</exception>
    public static string Of(IEnumerable<KeyValuePair<string, string>>? extraParameters) => Append(new StringBuilder(), extraParameters);

    private static string Append(StringBuilder query, IEnumerable<KeyValuePair<string, string>>? extraParameters)
    {
        foreach (var (name, value) in ExtraParameters.Check(extraParameters, ProtocolNames))
        {
            QueryText.Append(query, name, value);
        }

        return query.ToString();
    }
}
