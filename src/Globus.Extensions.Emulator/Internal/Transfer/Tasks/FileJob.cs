using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A file to be copied.</summary>
/// <param name="SourcePath">The path that led there.</param>
/// <param name="DestinationPath">The path of the copy.</param>
/// <param name="Item">The item of the submission that it belongs to.</param>
internal sealed record FileJob(CollectionPath SourcePath, CollectionPath DestinationPath, TaskItem Item);
