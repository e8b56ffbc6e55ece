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
        return new ServicePageable<T>(connection.Service, (marker, cancellationToken) =>
        {
            var offset = OffsetOf(marker);
            var limit = pageSize is { } size && maxTotal is { } most ? Math.Max(1, Math.Min(size, most - offset)) : pageSize;
            return connection.GetPageAsync(
                path + new TransferQuery(common).Add("limit", limit).Add("offset", marker is null ? null : offset),
                typeInfo,
                list => Page(list, NextOffset(list, offset, maxTotal)),
                cancellationToken);
        });
    }

    /// <summary>By <c>marker</c> and <c>next_marker</c>, which is a number or a text.</summary>
    public static GlobusPageable<T> ByMarker<T>(ServiceConnection connection, string path, TransferQuery query, JsonTypeInfo<TransferList<T>> typeInfo) =>
        ByKey(connection, path, query, typeInfo, "marker", static list => TextOf(list.NextMarker));

    /// <summary>By <c>last_key</c>, as long as <c>has_next_page</c> says that there is more.</summary>
    public static GlobusPageable<T> ByLastKey<T>(ServiceConnection connection, string path, TransferQuery query, JsonTypeInfo<TransferList<T>> typeInfo) =>
        ByKey(connection, path, query, typeInfo, "last_key", static list =>
            !list.SaysThereIsMore ? null : TextOf(list.LastKey) ?? throw new JsonException("There is a next page, but no last_key to ask for it."));

    /// <summary>By <c>next_token</c>.</summary>
    public static GlobusPageable<T> ByNextToken<T>(ServiceConnection connection, string path, TransferQuery query, JsonTypeInfo<TransferList<T>> typeInfo) =>
        ByKey(connection, path, query, typeInfo, "next_token", static list => TextOf(list.NextToken));

    /// <summary>By the link to the next page (JSON:API), of which only the query is used. That is the marker.</summary>
    public static GlobusPageable<T> ByLink<T>(ServiceConnection connection, string path, TransferQuery query, JsonApiShape<T> shape)
        where T : class
    {
        var first = query.ToString();
        return new ServicePageable<T>(connection.Service, (marker, cancellationToken) => connection.GetPageAsync(
            path + (marker is null ? first : LinkQueryOf(marker)), TransferAnswers.JsonApiListJsonElement, list => Page(list, shape), cancellationToken));
    }

    private static ServicePageable<T> ByKey<T>(
        ServiceConnection connection, string path, TransferQuery query, JsonTypeInfo<TransferList<T>> typeInfo, string parameter, Func<TransferList<T>, string?> next)
    {
        var common = query.ToString();
        return new ServicePageable<T>(connection.Service, (marker, cancellationToken) => connection.GetPageAsync(
            path + new TransferQuery(common).Add(parameter, marker), typeInfo, list => Page(list, next(list)), cancellationToken));
    }

    private static GlobusPage<T>? Page<T>(TransferList<T> list, string? marker) =>
        list.Items is null ? null : new GlobusPage<T> { Items = list.Items, NextMarker = marker, Total = list.Total, ExtensionData = list.ExtensionData };

    private static GlobusPage<T>? Page<T>(JsonApiList<JsonElement> list, JsonApiShape<T> shape)
        where T : class =>
        list.Data is null ? null : new GlobusPage<T>
        {
            Items = [.. list.Data.Select(resource => shape.Read(resource, list.Included))],
            NextMarker = QueryOf(list.Links?.Next),
            ExtensionData = list.ExtensionData,
        };

    // A page without items leads to itself, whatever else it says.
    private static string? NextOffset<T>(TransferList<T> list, int offset, int? maxTotal)
    {
        var next = offset + list.Count;
        var hasMore = list.Total is { } total ? next < total : list.SaysThereIsMore;
        return next > offset && hasMore && (maxTotal is null || next < maxTotal) ? next.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static int OffsetOf(string? marker) =>
        marker is null ? 0
        : int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset
        : throw NotOfThisList(marker);

    private static string LinkQueryOf(string marker) => marker.StartsWith('?') ? marker : throw NotOfThisList(marker);

    private static ArgumentException NotOfThisList(string marker) =>
        new($"'{marker}' is no marker of this list: markers are what its pages give as NextMarker.", nameof(marker));

    private static string? TextOf(JsonElement? marker) => marker switch
    {
        { ValueKind: JsonValueKind.String } text => TextOf(text.GetString()),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.False } => null,
        _ => throw new JsonException($"The next page is named by '{marker}', which is no marker."),
    };

    private static string? TextOf(string? marker) => string.IsNullOrEmpty(marker) ? null : marker;

    private static string? QueryOf(JsonElement? link)
    {
        var url = TextOf(link is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty("href", out var address) ? address : link);
        return url is null ? null
            : url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? url[query..].Split('#')[0]
            : throw new JsonException($"There is a next page, but its link '{url}' has no query to ask for it.");
    }
}
