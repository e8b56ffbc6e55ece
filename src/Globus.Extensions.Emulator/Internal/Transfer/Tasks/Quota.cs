using Globus.Extensions.Emulator.Internal.Transfer.Files;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>How much room a collection has left; what it holds is measured anew after each refusal.</summary>
internal sealed class Quota(CollectionReach reach)
{
    private long? _used;

    /// <summary>Takes the room for a file in the place of another one; the fault says that there is none.</summary>
    public FileFault? Take(long length, long replaced)
    {
        if (reach.Collection.Quota is not { } quota)
        {
            return null;
        }

        var used = (_used ?? Measure()) + length - replaced;
        if (used > quota)
        {
            _used = null;
            return new FileFault(FaultCodes.QuotaExceeded, $"The collection {reach.Collection.DisplayName} may hold {quota} bytes.");
        }

        _used = used;
        return null;
    }

    private long Measure()
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return new DirectoryInfo(reach.Root).EnumerateFiles("*", all).Sum(static file => file.Length);
    }
}
