using Globus.Extensions.Services.Transfer;

namespace TransferFiles;

/// <summary>A path on a collection, written <c>COLLECTION:PATH</c>.</summary>
internal sealed record Place(EndpointId Collection, string Path)
{
    /// <summary>Reads what a person typed.</summary>
    public static bool TryParse(string text, out Place? place)
    {
        place = text.Split(':', 2) is [var collection, { Length: > 0 } path] && Guid.TryParse(collection, out var id) && path[0] is '/' or '~' ? new Place(id, path) : null;
        return place is not null;
    }

    public override string ToString() => $"{Collection}:{Path}";
}
