using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>Which part of a list is wanted: <c>page[limit]</c> and <c>page[marker]</c>.</summary>
internal sealed class JsonApiPage(TransferCall call, int limit, int start)
{
    private const string Limit = "page[limit]";
    private const string Marker = "page[marker]";
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    public static bool TryRead(TransferCall call, [NotNullWhen(true)] out JsonApiPage? page, [NotNullWhen(false)] out RequestDelegate? refusal)
    {
        var query = call.Context.Request.Query;
        page = ListQuery<object>.TryReadNumber(query, Limit, DefaultLimit, MaxLimit, out var limit, out var problem)
            && ListQuery<object>.TryReadNumber(query, Marker, 0, int.MaxValue, out var start, out problem)
            ? new JsonApiPage(call, limit, start)
            : null;
        refusal = problem is not null ? TransferAnswers.BadRequest(problem) : limit == 0 ? TransferAnswers.BadRequest($"{Limit} must be above 0.") : null;
        return refusal is null;
    }

    /// <summary>The page, with a link to the next one if there is one.</summary>
    public JsonApiList<TResource> Of<T, TResource>(IReadOnlyList<T> all, Func<T, TResource> present)
    {
        var next = start + limit < all.Count ? start + limit : (int?)null;
        return new JsonApiList<TResource>([.. all.Skip(start).Take(limit).Select(present)], next is { } marker ? new JsonApiLinks(Link(marker)) : null);
    }

    private string Link(int marker)
    {
        var request = call.Context.Request;
        var query = new QueryBuilder(request.Query.Where(static parameter => parameter.Key != Marker))
        {
            { Marker, marker.ToString(CultureInfo.InvariantCulture) },
        };
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query.ToQueryString());
    }
}
