using System.Globalization;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>Which tasks a manager wants to see.</summary>
internal sealed class ManagedTaskFilter
{
    private const int MaxIds = 50;
    private const string Source = "source";
    private const string Destination = "destination";
    private static readonly string[] Statuses = [TaskStatuses.Active, "INACTIVE", TaskStatuses.Succeeded, TaskStatuses.Failed];
    private static readonly string[] Others =
        ["filter_status", "filter_owner_id", "filter_endpoint", "filter_endpoint_use", "filter_is_paused", "filter_completion_time", "filter_min_faults", "filter_local_user"];

    private IReadOnlyList<string>? _statuses;
    private IReadOnlyList<Guid>? _taskIds;
    private Guid? _ownerId;
    private string? _use;
    private bool? _isPaused;
    private Predicate<TransferTask>? _completed;
    private int _minFaults;
    private string? _localUser;

    public Guid? Endpoint { get; private set; }

    /// <summary>Reads the query; the text says what is wrong with it.</summary>
    public static string? TryRead(TransferCall call, out ManagedTaskFilter filter)
    {
        filter = new ManagedTaskFilter
        {
            _statuses = call.Query("filter_status")?.Split(','),
            _use = call.Query("filter_endpoint_use"),
            _localUser = call.Query("filter_local_user"),
        };
        return filter.ReadIds(call) ?? filter.ReadStates(call) ?? filter.FindConflict(call);
    }

    public bool Passes(TransferTask task, ManagedTasks managed, Guid identity)
    {
        var submission = task.Submission;
        return (_taskIds is null || _taskIds.Contains(task.Id))
            && (_ownerId is null || _ownerId == submission.OwnerId)
            && (Endpoint is not { } endpoint
                || _use != Destination && managed.Uses(submission.SourceEndpoint, endpoint)
                || _use != Source && managed.Uses(submission.DestinationEndpoint, endpoint))
            && (_completed is null || _completed(task))
            && task.Read(progress =>
                (_statuses is null || _statuses.Contains(progress.Status))
                && (_isPaused is null || _isPaused == progress.IsPaused)
                && progress.Faults >= _minFaults)
            && (_localUser is null || managed.LocalUsers(task, identity).Contains(_localUser));
    }

    private string? ReadIds(TransferCall call)
    {
        string[] tasks = call.Query("filter_task_id")?.Split(',') ?? [];
        string?[] ids = [.. tasks, call.Query("filter_owner_id"), call.Query("filter_endpoint")];
        if (ids.FirstOrDefault(static id => id is not null && !Guid.TryParse(id, out _)) is { } malformed)
        {
            return $"'{malformed}' is not a UUID.";
        }

        _taskIds = tasks.Length == 0 ? null : [.. tasks.Select(Guid.Parse)];
        _ownerId = ids[^2] is { } owner ? Guid.Parse(owner) : null;
        Endpoint = ids[^1] is { } endpoint ? Guid.Parse(endpoint) : null;
        return tasks.Length > MaxIds ? $"filter_task_id can have at most {MaxIds} ids." : null;
    }

    private string? ReadStates(TransferCall call)
    {
        if (_statuses?.FirstOrDefault(static status => !Statuses.Contains(status)) is { } unknown)
        {
            return $"filter_status '{unknown}' is not one of {string.Join(", ", Statuses)}.";
        }

        if (call.Query("filter_is_paused") is not null)
        {
            _isPaused = call.Flag("filter_is_paused", byDefault: false);
            if (_isPaused is null)
            {
                return "filter_is_paused must be True or False.";
            }
        }

        if (call.Query("filter_completion_time") is { } times)
        {
            var field = new QueryField<TransferTask>(static _ => null, Time: static task => task.Read(static progress => progress.CompletionTime));
            _completed = times.Contains(',') ? FilterClause.Read(field, times) : null;
            if (_completed is null)
            {
                return "filter_completion_time must be two times with a comma between them, of which one may be left out.";
            }
        }

        return call.Query("filter_min_faults") is { } faults && !int.TryParse(faults, NumberStyles.None, CultureInfo.InvariantCulture, out _minFaults)
            ? "filter_min_faults must be a number from 0 up."
            : null;
    }

    private string? FindConflict(TransferCall call) =>
        _use is not (null or Source or Destination) ? $"filter_endpoint_use must be {Source} or {Destination}."
        : _use is not null && Endpoint is null ? "filter_endpoint_use needs filter_endpoint."
        : _taskIds is not null && Others.FirstOrDefault(name => call.Query(name) is not null) is { } other ? $"filter_task_id cannot be given with {other}."
        : _taskIds is null && Endpoint is null && (_statuses is null || _statuses.Any(static status => status is TaskStatuses.Succeeded or TaskStatuses.Failed))
            ? "filter_task_id or filter_endpoint is needed unless filter_status is limited to ACTIVE and INACTIVE."
        : null;
}
