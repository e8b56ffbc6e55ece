using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>The ways in which Transfer hands out long lists. The marker of a page is what its request has to say to get the next one.</summary>
internal static class TransferPages
{
    /// <summary>
    /// By <c>limit</c> and <c>offset</c>, as long as <c>total</c> or <c>has_next_page</c> says that there is more. The marker is the offset.
    /// </summary>
    /// <param name="connection">What to send the requests through.</param>
    /// <param name="path">The route.</param>
    /// <param name="query">The rest of the query.</param>
    /// <param name="typeInfo">How to read a page.</param>
    /// <param name="pageSize">How many items to ask for at once; <see langword="null"/> leaves it to the service.</param>
    /// <param name="maxTotal">How many items the service gives at most, if it limits them.</param>
    public static GlobusPageable<T> ByOffset<T>(
        ServiceConnection connection, string path, TransferQuery query, JsonTypeInfo<TransferList<T>> typeInfo, int? pageSize, int? maxTotal = null)
    {
        var common = query.ToString();
        return new ServicePageable<T>(async (marker, cancellationToken) =>
        {
            var offset = OffsetOf(marker);
            var limit = pageSize is { } size && maxTotal is { } most ? Math.Max(1, Math.Min(size, most - offset)) : pageSize;
            var list = await GetAsync(
                connection, path + new TransferQuery(common).Add("limit", limit).Add("offset", marker is null ? null : offset), typeInfo, cancellationToken).ConfigureAwait(false);
            var next = offset + list.Count;
            var hasMore = (list.Total is { } total ? next < total : list.SaysThereIsMore) && (maxTotal is null || next < maxTotal);
            return Page(list, hasMore ? next.ToString(CultureInfo.InvariantCulture) : null);
        });
    }

    /// <summary>By <c>marker</c> and <c>next_marker</c>, which is a number or a text.</summary>
    public static GlobusPageable<T> ByMarker<T>(ServiceConnection connection, string path, TransferQuery query, JsonTypeInfo<TransferList<T>> typeInfo) =>
        ByKey(connection, path, query, typeInfo, "marker", static list => TextOf(list.NextMarker));

    /// <summary>By <c>last_key</c>, as long as <c>has_next_page</c> says that there is more.</summary>
    public static GlobusPageable<T> ByLastKey<T>(ServiceConnection connection, string path, TransferQuery query, JsonTypeInfo<TransferList<T>> typeInfo) =>
        ByKey(connection, path, query, typeInfo, "last_key", static list => list.SaysThereIsMore ? TextOf(list.LastKey) : null);

    /// <summary>By <c>next_token</c>.</summary>
    public static GlobusPageable<T> ByNextToken<T>(ServiceConnection connection, string path, TransferQuery query, JsonTypeInfo<TransferList<T>> typeInfo) =>
        ByKey(connection, path, query, typeInfo, "next_token", static list => TextOf(list.NextToken));

    /// <summary>By the link to the next page (JSON:API), of which only the query is used. That is the marker.</summary>
    public static GlobusPageable<T> ByLink<T>(ServiceConnection connection, string path, TransferQuery query, JsonApiShape<T> shape)
        where T : class
    {
        var first = query.ToString();
        return new ServicePageable<T>((marker, cancellationToken) => connection.GetAsync(
            path + (marker ?? first), TransferAnswers.JsonApiListJsonElement, list => Page(list, shape), cancellationToken));
    }

    private static ServicePageable<T> ByKey<T>(
        ServiceConnection connection, string path, TransferQuery query, JsonTypeInfo<TransferList<T>> typeInfo, string parameter, Func<TransferList<T>, string?> next)
    {
        var common = query.ToString();
        return new ServicePageable<T>(async (marker, cancellationToken) =>
        {
            var list = await GetAsync(connection, path + new TransferQuery(common).Add(parameter, marker), typeInfo, cancellationToken).ConfigureAwait(false);
            return Page(list, next(list));
        });
    }

    private static Task<TransferList<T>> GetAsync<T>(ServiceConnection connection, string path, JsonTypeInfo<TransferList<T>> typeInfo, CancellationToken cancellationToken) =>
        connection.GetPageAsync(path, typeInfo, static list => list.Items is not null, cancellationToken);

    private static GlobusPage<T> Page<T>(TransferList<T> list, string? marker) =>
        new() { Items = list.Items!, NextMarker = marker, Total = list.Total, ExtensionData = list.ExtensionData };

    private static GlobusPage<T>? Page<T>(JsonApiList<JsonElement> list, JsonApiShape<T> shape)
        where T : class =>
        list.Data is null ? null : new GlobusPage<T>
        {
            Items = [.. list.Data.Select(resource => shape.Read(resource, list.Included))],
            NextMarker = QueryOf(list.Links?.Next),
            ExtensionData = list.ExtensionData,
        };

    private static int OffsetOf(string? marker) =>
        marker is null ? 0
        : int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset
        : throw new ArgumentException($"'{marker}' is no marker of this list: markers are what its pages give as NextMarker.", nameof(marker));

    private static string? TextOf(JsonElement? marker) => marker switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } value ? value : null,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static string? QueryOf(JsonElement? link)
    {
        var text = link switch
        {
            { ValueKind: JsonValueKind.String } url => url.GetString(),
            { ValueKind: JsonValueKind.Object } owner when owner.TryGetProperty("href", out var url) && url.ValueKind == JsonValueKind.String => url.GetString(),
            _ => null,
        };
        var query = text?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        return query < 0 ? null : text![query..].Split('#')[0];
    }
}
