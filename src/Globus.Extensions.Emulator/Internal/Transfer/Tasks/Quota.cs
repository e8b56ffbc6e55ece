using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>How much room a collection has left; what it holds is measured anew after each copy that did not come to its end, and each removal.</summary>
internal sealed class Quota(Collection collection)
{
    private long? _used;

    /// <summary>Takes the room for a file at a place; the fault says that there is none.</summary>
    public FileFault? Take(Place place, long length)
    {
        if (collection.Quota is not { } quota)
        {
            return null;
        }

        var present = new FileInfo(place.FullPath);
        var used = (_used ?? Measure(place.Root)) + length - (present.Exists ? present.Length : 0);
        if (used > quota)
        {
            return new FileFault(FaultCodes.QuotaExceeded, $"The collection {collection.DisplayName} may hold {quota} bytes.");
        }

        _used = used;
        return null;
    }

    /// <summary>Forgets what has been taken.</summary>
    public void Forget() => _used = null;

    private static long Measure(string root)
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return new DirectoryInfo(root).EnumerateFiles("*", all).Sum(static file => file.Exists ? file.Length : 0);
    }
}
