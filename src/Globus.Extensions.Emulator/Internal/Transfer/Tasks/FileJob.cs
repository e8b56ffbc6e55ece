using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A file to be copied.</summary>
/// <param name="Source">The file, no link.</param>
/// <param name="Destination">The full path of the copy, no link.</param>
/// <param name="SourcePath">The path that led there.</param>
/// <param name="DestinationPath">The path of the copy.</param>
/// <param name="Item">The item of the submission that it belongs to.</param>
internal sealed record FileJob(
    FileInfo Source, string Destination, CollectionPath SourcePath, CollectionPath DestinationPath, TaskItem Item);
