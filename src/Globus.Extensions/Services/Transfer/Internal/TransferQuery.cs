using System.Globalization;
using System.Text;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>Writes the query of a request: what is <see langword="null"/> is left out.</summary>
internal sealed class TransferQuery
{
    private readonly StringBuilder _text;

    public TransferQuery() => _text = new StringBuilder();

    /// <summary>Goes on with a query that was written before.</summary>
    public TransferQuery(string query) => _text = new StringBuilder(query);

    public TransferQuery Add(string name, string? value)
    {
        if (value is not null)
        {
            QueryText.Append(_text, name, value);
        }

        return this;
    }

    public TransferQuery Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A flag as 1 or 0.</summary>
    public TransferQuery AddFlag(string name, bool? value) => Add(name, value switch { true => "1", false => "0", null => null });

    /// <summary>Several values with commas between them; none at all is left out.</summary>
    public TransferQuery AddJoined(string name, IEnumerable<string>? values) => Add(name, string.Join(',', values ?? []) is { Length: > 0 } text ? text : null);

    /// <summary>A filter, unless it is the empty one.</summary>
    public TransferQuery Add(string name, TransferFilter filter) => Add(name, filter.Value.Length == 0 ? null : filter.Value);

    /// <summary>An ordering, unless it is the empty one.</summary>
    public TransferQuery Add(string name, TransferOrdering ordering) => Add(name, ordering.Value.Length == 0 ? null : ordering.Value);

    /// <summary>The query with its question mark; empty without any parameter.</summary>
    public override string ToString() => _text.ToString();
}
