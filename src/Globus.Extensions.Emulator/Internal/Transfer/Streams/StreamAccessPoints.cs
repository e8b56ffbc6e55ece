using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;

namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>Two access points on every GCSv5 endpoint, always with the same ids.</summary>
internal sealed class StreamAccessPoints(CollectionStore collections)
{
    private const int PerEndpoint = 2;
    private const string Server = "tlsftp://localhost:443";

    public IReadOnlyList<StreamAccessPoint> All =>
    [
        .. collections.All.Where(static collection => collection.EntityType == EntityTypes.GcsEndpoint)
            .SelectMany(static endpoint => Enumerable.Range(1, PerEndpoint).Select(number => new StreamAccessPoint(
                StableIds.Of($"stream access point {number} of {endpoint.Id}"),
                endpoint.Id,
                $"{endpoint.DisplayName}, Stream Access Point {number}",
                Server))),
    ];

    public bool TryFind(Guid id, [NotNullWhen(true)] out StreamAccessPoint? point)
    {
        point = All.FirstOrDefault(one => one.Id == id);
        return point is not null;
    }
}
