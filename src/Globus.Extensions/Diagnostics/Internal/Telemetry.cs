using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;

namespace Globus.Extensions.Diagnostics.Internal;

/// <summary>What an app, or a program without one, can be watched by: the library's spans and instruments.</summary>
internal sealed class Telemetry
{
    private static readonly ActivitySource LibrarySpans = new(GlobusTelemetry.ActivitySourceName, LibraryVersion.Text);

    // Where there is no container there is no meter factory, and listeners go by the name anyway. HttpClient does the same.
    private static readonly Meter LibraryMeter = new(GlobusTelemetry.MeterName, LibraryVersion.Text);

    private readonly Counter<long> _retries;
    private readonly string _appName;

    /// <summary>Creates the instruments; those of the same meter are shared.</summary>
    /// <param name="spans">Where the spans come from.</param>
    /// <param name="meter">Where the instruments come from.</param>
    /// <param name="appName">The name that the app is registered under; empty for the default app, and without an app.</param>
    /// <param name="timeProvider">The clock that durations are measured by.</param>
    internal Telemetry(ActivitySource spans, Meter meter, string appName, TimeProvider timeProvider)
    {
        Spans = spans;
        TimeProvider = timeProvider;
        _appName = appName;
        _retries = meter.CreateCounter<long>(GlobusTelemetry.RequestRetries, "{retry}", "The requests that were sent again because an attempt failed.");
        TokenRenewal = new MeasuredOperation(this, GlobusTelemetry.TokenRenewalActivity, CreateDuration(
            meter, GlobusTelemetry.TokenRenewalDuration, "How long it takes to bring a token about.", [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]));
        Login = new MeasuredOperation(this, GlobusTelemetry.LoginActivity, CreateDuration(
            meter, GlobusTelemetry.LoginDuration, "How long a login takes until its tokens are stored.", [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800]));
        TaskWait = new MeasuredOperation(this, GlobusTelemetry.TaskWaitActivity, CreateDuration(
            meter, GlobusTelemetry.TaskWaitDuration, "How long the program waits for a task.", [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 7200, 21600, 43200, 86400, 259200, 604800]));
    }

    /// <summary>For what neither belongs to a named app nor has a meter factory.</summary>
    public static Telemetry Default { get; } = Create(meterFactory: null, TimeProvider.System);

    public ActivitySource Spans { get; }

    public TimeProvider TimeProvider { get; }

    public MeasuredOperation TokenRenewal { get; }

    public MeasuredOperation Login { get; }

    public MeasuredOperation TaskWait { get; }

    /// <summary>Creates the instruments of a meter that the factory keeps, or else of one that the whole process shares.</summary>
    public static Telemetry Create(IMeterFactory? meterFactory, TimeProvider timeProvider, string appName = "") => new(
        LibrarySpans,
        meterFactory?.Create(new MeterOptions(GlobusTelemetry.MeterName) { Version = LibraryVersion.Text }) ?? LibraryMeter,
        appName,
        timeProvider);

    /// <summary>Counts that a request is sent again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="status">The status of the answer, where there was one.</param>
    /// <param name="failure">What kept an answer from coming.</param>
    public void CountRetry(HttpRequestMessage request, HttpStatusCode? status, Exception? failure)
    {
        if (!_retries.Enabled)
        {
            return;
        }

        var tags = CreateTags();
        tags.Add(GlobusTelemetry.ServerAddressAttribute, request.RequestUri!.Host);
        tags.Add(GlobusTelemetry.ErrorTypeAttribute, failure is null ? ErrorTypes.Of(status!.Value) : ErrorTypes.Of(failure));
        _retries.Add(1, tags);
    }

    /// <summary>The attributes that everything has.</summary>
    internal TagList CreateTags() => _appName.Length == 0 ? [] : new TagList { { GlobusTelemetry.AppNameAttribute, _appName } };

    private static Histogram<double> CreateDuration(Meter meter, string name, string description, double[] buckets) =>
        meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });
}
