using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Globus.Extensions.Diagnostics;

namespace Globus.Extensions.Tests.Support;

/// <summary>Keeps the library's spans that one test causes, and what its own meters measure. Other tests run at the same time.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly Activity _root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _meterListener = new();
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ConcurrentQueue<RecordedMeasurement> _measurements = [];

    /// <summary>Begins a trace in the calling context, and listens to the meters of the factory.</summary>
    public TelemetryRecorder(IMeterFactory meters)
        : this(meter => ReferenceEquals(meter.Scope, meters))
    {
    }

    public TelemetryRecorder(Func<Meter, bool> isOwn)
    {
        _spanListener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == GlobusTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> span) =>
                span.Parent.TraceId == _root.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = span =>
            {
                if (span.TraceId == _root.TraceId)
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_spanListener);
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == GlobusTelemetry.MeterName && isOwn(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meterListener.Start();
    }

    /// <summary>The span that all others are below.</summary>
    public ActivitySpanId RootId => _root.SpanId;

    /// <summary>The spans in the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    public IReadOnlyList<RecordedMeasurement> Measurements => [.. _measurements];

    public IReadOnlyList<Activity> SpansOf(string name) => [.. _spans.Where(span => span.OperationName == name)];

    public IReadOnlyList<RecordedMeasurement> MeasurementsOf(string instrument) => [.. _measurements.Where(measurement => measurement.Instrument == instrument)];

    /// <summary>The one span of an operation, which was measured once, and with the same attributes.</summary>
    public Activity Single(string span, string histogram)
    {
        var seen = SpansOf(span).ShouldHaveSingleItem();
        var measured = MeasurementsOf(histogram).ShouldHaveSingleItem();
        measured.Tags.ShouldBe(seen.TagObjects, ignoreOrder: true);
        measured.Value.ShouldBeGreaterThan(0);
        return seen;
    }

    public void Dispose()
    {
        _spanListener.Dispose();
        _meterListener.Dispose();
        _root.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kept = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, tag) in tags)
        {
            kept.Add(key, tag);
        }

        _measurements.Enqueue(new RecordedMeasurement(instrument.Name, value, kept));
    }
}
