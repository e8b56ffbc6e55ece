using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>
/// Which tasks to list to who manages endpoints. What is set must all hold. Finished tasks are listed only of tasks or an endpoint that are named:
/// otherwise the service wants <see cref="Statuses"/> to be of unfinished ones.
/// </summary>
public sealed record ManagedTaskFilter
{
    private const int MaxTaskIds = 50;

    /// <summary>How the tasks stand, one of these.</summary>
    public IReadOnlyList<TransferTaskStatus>? Statuses { get; init; }

    /// <summary>The tasks, at most 50. Not together with any other filter.</summary>
    public IReadOnlyList<TransferTaskId>? TaskIds { get; init; }

    /// <summary>The identity that submitted them.</summary>
    public IdentityId? OwnerId { get; init; }

    /// <summary>The endpoint they read from or write to.</summary>
    public EndpointId? EndpointId { get; init; }

    /// <summary>Which of both they do with that endpoint. Default: either.</summary>
    public EndpointUse? EndpointUse { get; init; }

    /// <summary>Whether they are paused.</summary>
    public bool? IsPaused { get; init; }

    /// <summary>When they ended at the earliest, cut to seconds.</summary>
    public DateTimeOffset? CompletedFrom { get; init; }

    /// <summary>When they ended at the latest, cut to seconds.</summary>
    public DateTimeOffset? CompletedUntil { get; init; }

    /// <summary>How many faults they had at least.</summary>
    public int? MinFaults { get; init; }

    /// <summary>The local account that they used on the endpoint.</summary>
    public string? LocalUser { get; init; }

    internal TransferQuery ToQuery() => new TransferQuery()
        .AddJoined("filter_status", Statuses?.Select(static status => status.Value))
        .AddJoined("filter_task_id", TaskIds?.Select(static id => id.Value))
        .Add("filter_owner_id", OwnerId?.Value)
        .Add("filter_endpoint", EndpointId?.Value)
        .Add("filter_endpoint_use", EndpointUse?.Value)
        .Add("filter_is_paused", IsPaused switch { true => "True", false => "False", null => null }) // The one flag that Transfer spells so.
        .Add("filter_completion_time", IsTimed ? $"{TransferField.TimeText(CompletedFrom)},{TransferField.TimeText(CompletedUntil)}" : null)
        .Add("filter_min_faults", MinFaults)
        .Add("filter_local_user", LocalUser);

    private bool IsTimed => CompletedFrom is not null || CompletedUntil is not null;

    private bool HasOthers =>
        Statuses is { Count: > 0 } || OwnerId is not null || EndpointId is not null || EndpointUse is not null || IsPaused is not null || IsTimed || MinFaults is not null || LocalUser is not null;

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">
    /// There are too many tasks, tasks together with another filter, a use without its endpoint, an empty span of time or a negative number.
    /// </exception>
    internal void Check(string parameterName)
    {
        if (TaskIds is { Count: > MaxTaskIds })
        {
            throw new ArgumentException($"At most {MaxTaskIds} tasks can be named at once; these are {TaskIds.Count}.", parameterName);
        }

        if (TaskIds is { Count: > 0 } && HasOthers)
        {
            throw new ArgumentException("Tasks that are named cannot be filtered any further: set TaskIds or the other filters.", parameterName);
        }

        if (EndpointUse is not null && EndpointId is null)
        {
            throw new ArgumentException("EndpointUse says what is done with an endpoint: set EndpointId as well.", parameterName);
        }

        if (CompletedUntil < CompletedFrom)
        {
            throw new ArgumentException("CompletedUntil is before CompletedFrom.", parameterName);
        }

        if (MinFaults is { } faults and < 0)
        {
            throw new ArgumentOutOfRangeException(parameterName, faults, "MinFaults is negative: no task has fewer faults than none.");
        }
    }
}
