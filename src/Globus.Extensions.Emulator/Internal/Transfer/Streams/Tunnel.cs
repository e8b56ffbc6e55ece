namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>A tunnel between two access points; immutable, a change takes its place. No bytes go through it.</summary>
internal sealed record Tunnel
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid Initiator { get; init; }

    public required Guid Listener { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }

    public required int LifetimeMins { get; init; }

    public bool Restartable { get; init; }

    public string? Label { get; init; }

    public string? ListenerIpAddress { get; init; }

    public int? ListenerPort { get; init; }

    public string State { get; init; } = TunnelStates.AwaitingListener;

    public string Status { get; init; } = "The tunnel is waiting for listening contact detail setup.";

    /// <summary>What has happened, oldest first.</summary>
    public IReadOnlyList<TunnelEvent> Events { get; init; } = [];

    public DateTimeOffset Expires => CreatedTime.AddMinutes(LifetimeMins);

    public bool IsStopped => State == TunnelStates.Stopped;

    public Tunnel Note(string code, string description, DateTimeOffset time) =>
        this with { Events = [.. Events, new TunnelEvent(Events.Count + 1, code, description, time)] };

    /// <summary>The tunnel in that state.</summary>
    public Tunnel Enter(string state, string status) => this with { State = state, Status = status };

    /// <summary>The tunnel as it has stopped.</summary>
    public Tunnel Stop(string status, DateTimeOffset time) => Enter(TunnelStates.Stopped, status).Note(TunnelEventCodes.Stopped, status, time);
}
