using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>
/// Keeps the state in its file: a moment after changes, so that many of them are one write, and when the emulator stops. Submissions are kept
/// at once. What cannot be written is tried again; the emulator serves on.
/// </summary>
internal sealed partial class StateKeeper : IHostedService, IDisposable
{
    /// <summary>How long a change waits for company, and so what a crash can lose.</summary>
    public static readonly TimeSpan Debounce = TimeSpan.FromSeconds(0.5);

    /// <summary>How long after a failure the next attempt is made, changes or not.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    /// <summary>Of the time, writing a large state may take this part.</summary>
    private const int LargestShare = 10;

    private readonly Lock _gate = new();
    private readonly Lock _writing = new();
    private readonly GlobusEmulatorOptions _options;
    private readonly StateChanges _changes;
    private readonly StateFile _file;
    private readonly StateDocument _document;
    private readonly SubmissionJournal _journal;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private TimeSpan _wait = Debounce;
    private volatile bool _isOnDisk;
    private bool _isDue;
    private bool _isStopped;
    private bool _isFailing;
    private bool _isDisposed;

    /// <summary>Takes the state file for this emulator, and what it holds into the stores.</summary>
    /// <exception cref="InvalidDataException">It is no state file, or not one of this version and seed.</exception>
    /// <exception cref="IOException">Another emulator has it, or it cannot be read.</exception>
    public StateKeeper(GlobusEmulatorOptions options, EmulatorSeed seed, IServiceProvider services, StateChanges changes, ILoggerFactory loggers)
    {
        (_options, _changes) = (options, changes);
        _logger = loggers.CreateLogger("Globus.Extensions.Emulator");
        _timer = options.TimeProvider.CreateTimer(static keeper => ((StateKeeper)keeper!).SaveInTime(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _journal = new SubmissionJournal(options.StateFile!);
        _file = new StateFile(options.StateFile!);
        try
        {
            if (options.DiscardState)
            {
                _journal.Remove();
                _file.Discard();
            }

            _document = new StateDocument(options.StateFile!, seed, StateParts.Of(services));
            _isOnDisk = TryRestore(services.GetRequiredService<TaskStore>());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!_isOnDisk)
        {
            TrySave();
        }

        _changes.OnChange = () => SaveIn(_wait);
        return Task.CompletedTask;
    }

    /// <summary>Keeps a task that has been submitted, until the state is saved next time.</summary>
    public void Keep(TransferTask task) => Journal(() => _journal.Append(_document.Id, task.ToState(isRemoved: false)));

    /// <summary>Waits until the tasks that are to be kept are on the disk.</summary>
    public void Flush() => Journal(_journal.Flush);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _changes.OnChange = null;
        lock (_gate)
        {
            _isStopped = true;
        }

        await _timer.DisposeAsync().ConfigureAwait(false); // When it is gone nothing is being saved any more.
        if (TrySave(isLastWord: true))
        {
            RemoveJournal();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_writing)
        {
            _isDisposed = true; // Whoever has the file next must not find our hand in it.
            _journal.Dispose();
            _file.Dispose();
        }
    }

    /// <summary>Whether the state file holds all that is known after it, and says no more than it should.</summary>
    private bool TryRestore(TaskStore tasks)
    {
        var json = _file.Read();
        if (json is not null)
        {
            _document.Read(json);
        }

        var submitted = _journal.Read(json is null ? null : _document.Id);
        foreach (var state in submitted)
        {
            tasks.TryAdd(TransferTask.From(state), out _);
        }

        if (_document.IsLastWord)
        {
            return false; // It would not be true any more once work goes on.
        }

        // After a crash nobody knows which of them had been begun since they were written.
        foreach (var task in tasks.All)
        {
            task.Change(static progress => progress.IsBegunAgain = true);
        }

        return json is not null && submitted.Count == 0;
    }

    /// <summary>One that stays does no harm: the state holds what is in it.</summary>
    private void RemoveJournal()
    {
        try
        {
            _journal.Remove();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            JournalLeft(_logger, SubmissionJournal.PathOf(_options.StateFile!), exception.Message);
            _options.OnStateProblem?.Invoke(
                $"'{SubmissionJournal.PathOf(_options.StateFile!)}' could not be removed: {exception.Message} The state is saved; nothing is lost.");
        }
    }

    /// <summary>Without a state in its file nothing is kept, and somebody has been told.</summary>
    private void Journal(Action write)
    {
        if (!_isOnDisk)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(exception.Message);
        }
    }

    private void SaveIn(TimeSpan wait)
    {
        lock (_gate)
        {
            if (!_isDue && !_isStopped)
            {
                _isDue = true;
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void SaveInTime()
    {
        lock (_gate)
        {
            if (_isStopped)
            {
                return;
            }

            _isDue = false; // What changes from here on is saved next time.
        }

        TrySave();
    }

    private bool TrySave(bool isLastWord = false)
    {
        lock (_writing)
        {
            if (_isDisposed)
            {
                return false;
            }

            var start = _options.TimeProvider.GetTimestamp();
            try
            {
                var (write, mark) = _changes.Look(() => (_document.Capture(isLastWord), _journal.Mark));
                _file.Write(write());
                _isOnDisk = true;
                _journal.Forget(mark);
            }
            catch (Exception exception)
            {
                // Whatever it is, what is kept in memory is still good, and a timer's exception would end the process.
                Fail(exception.Message);
                return false;
            }

            var share = _options.TimeProvider.GetElapsedTime(start) * LargestShare;
            _wait = share > Debounce ? share : Debounce;
            Succeed();
            return true;
        }
    }

    private void Fail(string reason)
    {
        var (isNew, isLast) = Note(isFailing: true);
        if (isLast)
        {
            Lost(_logger, _options.StateFile!, reason);
            _options.OnStateProblem?.Invoke(
                $"The state could not be saved to '{_options.StateFile}' before the emulator stopped, and what has changed since it was saved last is lost: {reason}");
        }
        else if (isNew)
        {
            NotSaved(_logger, _options.StateFile!, reason);
            _options.OnStateProblem?.Invoke($"The state could not be saved to '{_options.StateFile}': {reason} The emulator goes on and tries again.");
        }

        SaveIn(Retry);
    }

    private void Succeed()
    {
        if (Note(isFailing: false).IsNew)
        {
            SavedAgain(_logger, _options.StateFile!);
            _options.OnStateProblem?.Invoke($"The state is saved to '{_options.StateFile}' again.");
        }
    }

    private (bool IsNew, bool IsLast) Note(bool isFailing)
    {
        lock (_gate)
        {
            var isNew = _isFailing != isFailing;
            _isFailing = isFailing;
            return (isNew, _isStopped);
        }
    }

    [LoggerMessage(2000, LogLevel.Warning, "The state could not be saved to {File}: {Reason} The emulator goes on and tries again.", EventName = "StateNotSaved")]
    private static partial void NotSaved(ILogger logger, string file, string reason);

    [LoggerMessage(2001, LogLevel.Information, "The state is saved to {File} again.", EventName = "StateSavedAgain")]
    private static partial void SavedAgain(ILogger logger, string file);

    [LoggerMessage(
        2002,
        LogLevel.Error,
        "The state could not be saved to {File} before the emulator stopped, and what has changed since it was saved last is lost: {Reason}",
        EventName = "StateLost")]
    private static partial void Lost(ILogger logger, string file, string reason);

    [LoggerMessage(2003, LogLevel.Warning, "{File} could not be removed: {Reason} The state is saved; nothing is lost.", EventName = "StateJournalLeft")]
    private static partial void JournalLeft(ILogger logger, string file, string reason);
}
