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

    /// <summary>The last name of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The same with a slash at its end.</summary>
    public Place AsFolder() => Path.EndsWith('/') ? this : this with { Path = Path + '/' };

    public override string ToString() => $"{Collection}:{Path}";
}
