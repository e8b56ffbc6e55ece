using System.Diagnostics;
using System.Diagnostics.Metrics;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.Diagnostics;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tokens.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.Tests.Authorizers;

public sealed class TokenRenewalTelemetryTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly Meter _meter = new(GlobusTelemetry.MeterName);
    private readonly ActivitySource _spans = new(GlobusTelemetry.ActivitySourceName);
    private readonly FakeTokenSource _source;
    private readonly TokenRenewer _renewer;

    public TokenRenewalTelemetryTests()
    {
        _source = new FakeTokenSource(_time);
        _source.Stored = _source.Issue();
        var settings = new TokenRenewalSettings(
            TimeSpan.FromSeconds(60),
            TimeSpan.FromMinutes(5),
            new InProcessTokenRenewalLock(),
            "test",
            _time,
            NullLogger.Instance,
            new Telemetry(_spans, _meter, string.Empty, _time),
            CancellationToken.None);
        _renewer = new TokenRenewer(_source, settings, _source.Stored);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_one_span_for_all_who_wait_and_as_long_as_it_takes()
    {
        var rejected = _renewer.TryGetHeader()!;
        _source.OnRequest = () => _time.Advance(TimeSpan.FromSeconds(3));
        using var recorder = Listen();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => _renewer.ReplaceAsync(rejected, Cancellation).AsTask()));

        recorder.Single(GlobusTelemetry.TokenRenewalActivity, GlobusTelemetry.TokenRenewalDuration);
        recorder.Measurements.ShouldHaveSingleItem().Value.ShouldBe(3);
    }

    [Fact]
    public async Task Tells_a_renewal_in_the_background_from_one_that_somebody_waits_for()
    {
        _source.Barrier = new TaskCompletionSource();
        _time.Advance(TimeSpan.FromHours(48) - TimeSpan.FromMinutes(4));
        using var recorder = Listen();

        var old = _renewer.TryGetHeader()!;
        var joining = _renewer.ReplaceAsync(old, Cancellation).AsTask();
        _source.Barrier.SetResult();
        await joining;

        var renewal = recorder.MeasurementsOf(GlobusTelemetry.TokenRenewalDuration).ShouldHaveSingleItem();
        renewal.Tags[GlobusTelemetry.TokenRenewalReasonAttribute].ShouldBe("early");
        renewal.Tags[GlobusTelemetry.TokenOriginAttribute].ShouldBe("grant");
    }

    [Fact]
    public void A_token_in_hand_is_no_renewal_and_costs_nothing_even_while_somebody_listens()
    {
        using var recorder = Listen();
        _renewer.TryGetHeader();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1_000; round++)
        {
            _renewer.TryGetHeader();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        recorder.Spans.ShouldBeEmpty();
        recorder.Measurements.ShouldBeEmpty();
    }

    public void Dispose()
    {
        _meter.Dispose();
        _spans.Dispose();
    }

    private TelemetryRecorder Listen() => new(meter => ReferenceEquals(meter, _meter));
}
