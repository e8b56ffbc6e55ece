using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A folder to be copied into another one.</summary>
/// <param name="SourcePath">The path that led there.</param>
/// <param name="DestinationPath">The path that its contents get.</param>
/// <param name="Item">The item of the submission that it belongs to.</param>
/// <param name="Above">The folders it was found in.</param>
internal sealed record FolderJob(CollectionPath SourcePath, CollectionPath DestinationPath, TaskItem Item, FolderTrail? Above);
