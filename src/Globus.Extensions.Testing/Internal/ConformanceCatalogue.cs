namespace Globus.Extensions.Testing.Internal;

/// <summary>All checks by name.</summary>
internal static class ConformanceCatalogue
{
    public static readonly ConformanceCheck[] All =
    [
        new("Is empty at first", ReadingAndWriting.IsEmptyAtFirst),
        new("Gives back every member of a record", ReadingAndWriting.GivesBackEveryMember),
        new("Gives back a record without optional members", ReadingAndWriting.GivesBackSparseRecord),
        new("Replaces a record as a whole", ReadingAndWriting.ReplacesWholeRecord),
        new("Keeps the records that it is not told to replace", ReadingAndWriting.KeepsOtherRecords),
        new("Takes the later of two records for one resource server", ReadingAndWriting.TakesLaterRecord),
        new("Changes nothing when nothing is stored", ReadingAndWriting.StoresNothing),
        new("Removes one record and keeps the others", ReadingAndWriting.RemovesOneRecord),
        new("Stores a record again after its removal", ReadingAndWriting.StoresAfterRemoval),
        new("Does not change what was read before", ReadingAndWriting.KeepsWhatWasRead),
        new("Tells resource servers apart by case and accents", Values.TellsNamesApart),
        new("Takes any text as the name of a resource server", Values.TakesAnyName),
        new("Gives back any text unchanged", Values.GivesBackAnyText),
        new("Gives back any time of expiry", Values.GivesBackAnyExpiry),
        new("Gives back very long values", Values.GivesBackLongValues),
        new("Keeps many records", Values.KeepsManyRecords),
        new("Stores nothing of a sequence that fails", AllOrNothing.StoresNothingOfFailingSequence),
        new("Does nothing when it is cancelled before", AllOrNothing.DoesNothingWhenCancelled),
        new("Stores all or nothing when it is cancelled in between", AllOrNothing.StoresAllOrNothing),
        new("Sixteen writers lose nothing", ManyCallers.WritersLoseNothing),
        new("Writers of one record leave one of theirs", ManyCallers.WritersOfOneRecord),
        new("Readers see what was stored together, together", ManyCallers.ReadersSeeWholeChanges),
        new("Removes a record for one of many callers", ManyCallers.RemovesForOneCaller),
        new("A storage opened later finds what was stored", ManyCallers.LaterStorageFindsRecords) { NeedsSharing = true },
        new("Storages see each other's changes", ManyCallers.StoragesSeeEachOther) { NeedsSharing = true },
        new("Sixteen storages at one place lose nothing", ManyCallers.StoragesLoseNothing) { NeedsSharing = true },
        new("Keeps namespaces apart", Namespaces.KeepsNamespacesApart) { NeedsSharing = true, NeedsNamespaces = true },
        new("Takes any text as the name of a namespace", Namespaces.TakesAnyName) { NeedsSharing = true, NeedsNamespaces = true },
        new("Writers in several namespaces lose nothing", Namespaces.WritersLoseNothing) { NeedsSharing = true, NeedsNamespaces = true },
    ];

    public static ConformanceCheck Find(string name) =>
        Array.Find(All, check => check.Name == name)
        ?? throw new ArgumentException($"There is no check named '{name}'. Take one of {nameof(TokenStorageConformance)}.{nameof(TokenStorageConformance.Checks)}.", nameof(name));
}
