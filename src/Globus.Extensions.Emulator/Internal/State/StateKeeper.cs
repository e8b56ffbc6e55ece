using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>
/// Keeps the state in its file: a moment after changes, so that many of them are one write, and when the emulator stops. What cannot be
/// written is tried again; the emulator serves on.
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
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private TimeSpan _wait = Debounce;
    private bool _isDue;
    private bool _isStopped;
    private bool _isFailing;

    /// <summary>Takes the state file for this emulator, and what it holds into the stores.</summary>
    /// <exception cref="InvalidDataException">It is no state file, or not one of this version and seed.</exception>
    /// <exception cref="IOException">Another emulator has it, or it cannot be read.</exception>
    public StateKeeper(GlobusEmulatorOptions options, EmulatorSeed seed, IServiceProvider services, StateChanges changes, ILoggerFactory loggers)
    {
        (_options, _changes) = (options, changes);
        _logger = loggers.CreateLogger("Globus.Extensions.Emulator");
        _timer = options.TimeProvider.CreateTimer(static keeper => ((StateKeeper)keeper!).Save(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _file = new StateFile(options.StateFile!);
        try
        {
            _document = new StateDocument(options.StateFile!, seed, StateParts.Of(services));
            if (_file.Read() is { } json)
            {
                _document.Read(json);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _changes.OnChange = () => SaveIn(_wait);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _changes.OnChange = null;
        lock (_gate)
        {
            _isStopped = true;
        }

        _timer.Dispose();
        Save();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _timer.Dispose();
        _file.Dispose();
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

    private void Save()
    {
        lock (_gate)
        {
            _isDue = false; // What changes from here on is saved next time.
        }

        lock (_writing)
        {
            var start = _options.TimeProvider.GetTimestamp();
            try
            {
                _file.Write(_document.Write());
            }
            catch (Exception exception)
            {
                // Whatever it is, what is kept in memory is still good, and a timer's exception would end the process.
                Fail(exception.Message);
                return;
            }

            var share = _options.TimeProvider.GetElapsedTime(start) * LargestShare;
            _wait = share > Debounce ? share : Debounce;
            Succeed();
        }
    }

    private void Fail(string reason)
    {
        if (!_isFailing)
        {
            _isFailing = true;
            NotSaved(_logger, _options.StateFile!, reason);
            _options.OnStateProblem?.Invoke($"The state could not be saved to '{_options.StateFile}': {reason} The emulator goes on and tries again.");
        }

        SaveIn(Retry);
    }

    private void Succeed()
    {
        if (_isFailing)
        {
            _isFailing = false;
            SavedAgain(_logger, _options.StateFile!);
            _options.OnStateProblem?.Invoke($"The state is saved to '{_options.StateFile}' again.");
        }
    }

    [LoggerMessage(2000, LogLevel.Warning, "The state could not be saved to {File}: {Reason} The emulator goes on and tries again.", EventName = "StateNotSaved")]
    private static partial void NotSaved(ILogger logger, string file, string reason);

    [LoggerMessage(2001, LogLevel.Information, "The state is saved to {File} again.", EventName = "StateSavedAgain")]
    private static partial void SavedAgain(ILogger logger, string file);
}
