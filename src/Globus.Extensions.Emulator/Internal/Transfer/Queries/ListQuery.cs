using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer.Queries;

/// <summary>Which part of a list is wanted, in which order: <c>filter</c>, <c>orderby</c>, <c>limit</c> and <c>offset</c>.</summary>
internal sealed class ListQuery<T>
{
    private readonly IReadOnlyList<Predicate<T>> _filters;
    private readonly Comparison<T>? _order;

    private ListQuery(IReadOnlyList<Predicate<T>> filters, Comparison<T>? order, int limit, int offset)
    {
        (_filters, _order, Limit, Offset) = (filters, order, limit, offset);
    }

    public int Limit { get; }

    public int Offset { get; }

    /// <summary>Reads the query; <paramref name="problem"/> says what is wrong with it.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="fields">What can be filtered and ordered by.</param>
    /// <param name="defaultLimit">How many a page has unless the request says something else.</param>
    /// <param name="maxLimit">How many it can have.</param>
    /// <param name="result">What was read.</param>
    /// <param name="problem">What was wrong.</param>
    public static bool TryRead(
        IQueryCollection query,
        IReadOnlyDictionary<string, QueryField<T>> fields,
        int defaultLimit,
        int maxLimit,
        [NotNullWhen(true)] out ListQuery<T>? result,
        [NotNullWhen(false)] out string? problem)
    {
        result = null;
        if (!TryReadNumber(query, "limit", defaultLimit, maxLimit, out var limit, out problem)
            || !TryReadNumber(query, "offset", 0, int.MaxValue, out var offset, out problem)
            || !TryReadFilters(query, fields, out var filters, out problem)
            || !TryReadOrder(query["orderby"].ToString(), fields, out var order, out problem))
        {
            return false;
        }

        result = new ListQuery<T>(filters, order, limit, offset);
        return true;
    }

    /// <summary>A number of the query from 0 up.</summary>
    public static bool TryReadNumber(
        IQueryCollection query, string name, int byDefault, int max, out int number, [NotNullWhen(false)] out string? problem)
    {
        number = byDefault;
        problem = query.TryGetValue(name, out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number > max)
            ? $"{name} must be a number from 0 to {max}."
            : null;
        return problem is null;
    }

    /// <summary>Whatever passes, in order: an item passes if any of the filters lets it.</summary>
    public IReadOnlyList<T> Select(IEnumerable<T> items)
    {
        List<T> selected = [.. items.Where(item => _filters.Count == 0 || _filters.Any(filter => filter(item)))];
        if (_order is not null)
        {
            // List.Sort does not keep the order of equals.
            return [.. selected.Order(Comparer<T>.Create(_order))];
        }

        return selected;
    }

    public IReadOnlyList<T> Page(IReadOnlyList<T> selected) => [.. selected.Skip(Offset).Take(Limit)];

    private static bool TryReadFilters(
        IQueryCollection query,
        IReadOnlyDictionary<string, QueryField<T>> fields,
        out List<Predicate<T>> filters,
        [NotNullWhen(false)] out string? problem)
    {
        filters = [];
        foreach (var text in query["filter"])
        {
            if (string.IsNullOrEmpty(text))
            {
                continue;
            }

            var clauses = new List<Predicate<T>>();
            foreach (var clause in text.Split('/'))
            {
                var colon = clause.IndexOf(':');
                if (colon <= 0 || !fields.TryGetValue(clause[..colon], out var field) || FilterClause.Read(field, clause[(colon + 1)..]) is not { } condition)
                {
                    problem = $"The filter clause '{clause}' is not field:value with one of the fields {string.Join(", ", fields.Keys)}, or the value does not fit.";
                    return false;
                }

                clauses.Add(condition);
            }

            filters.Add(item => clauses.TrueForAll(clause => clause(item)));
        }

        problem = null;
        return true;
    }

    private static bool TryReadOrder(
        string text, IReadOnlyDictionary<string, QueryField<T>> fields, out Comparison<T>? order, [NotNullWhen(false)] out string? problem)
    {
        (order, problem) = (null, null);
        if (text.Length == 0)
        {
            return true;
        }

        var keys = new List<(QueryField<T> Field, int Sign)>();
        foreach (var part in text.Split(','))
        {
            string[] words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 0 or > 2 || !fields.TryGetValue(words[0], out var field) || words is [_, not ("ASC" or "DESC")])
            {
                problem = $"'{part}' in orderby is not a field, with ASC or DESC after it or not; the fields are {string.Join(", ", fields.Keys)}.";
                return false;
            }

            keys.Add((field, words is [_, "DESC"] ? -1 : 1));
        }

        order = (left, right) => keys.Select(key => key.Sign * key.Field.Compare(left, right)).FirstOrDefault(static result => result != 0);
        return true;
    }
}
