namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>What is told of a tunnel.</summary>
internal sealed record TunnelAttributes
{
    public required string CreatedTime { get; init; }

    /// <summary>Where a program would connect to; nobody listens here.</summary>
    public string? InitiatorIpAddress { get; init; }

    public int? InitiatorPort { get; init; }

    public string? Label { get; init; }

    public required int LifetimeMins { get; init; }

    public string? ListenerIpAddress { get; init; }

    public int? ListenerPort { get; init; }

    public required bool Restartable { get; init; }

    public required string State { get; init; }

    public required string Status { get; init; }

    public required Guid SubmissionId { get; init; }
}
