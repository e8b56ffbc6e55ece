namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>
/// What managers have said who hold a task, by side: of the collection itself or what it stands on, and those of a guest collection only.
/// </summary>
internal sealed record TaskHolds
{
    public static TaskHolds None { get; } = new();

    public string? Source { get; init; }

    public string? Destination { get; init; }

    public string? SourceShare { get; init; }

    public string? DestinationShare { get; init; }

    /// <summary>The first reason there is.</summary>
    public string? Message => Source ?? Destination ?? SourceShare ?? DestinationShare;
}
