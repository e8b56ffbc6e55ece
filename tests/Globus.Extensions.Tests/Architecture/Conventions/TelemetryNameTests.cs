using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Globus.Extensions.Diagnostics;
using Globus.Extensions.Diagnostics.Internal;

namespace Globus.Extensions.Tests.Architecture.Conventions;

/// <summary>The names of telemetry are a contract: each stands in the one class of names and on the one page, and has the form that OpenTelemetry asks for.</summary>
public sealed partial class TelemetryNameTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Combine("docs", "telemetry.md"));

    private static readonly Dictionary<string, string> Names = typeof(GlobusTelemetry)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(static field => field.Name, static field => (string)field.GetRawConstantValue()!, StringComparer.Ordinal);

    [Fact]
    public void Every_name_is_documented() => Names.Values.Where(static name => !Page.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Nothing_else_is_documented() =>
        Documented().Matches(Page).Select(static name => name.Groups["name"].Value).Except(Names.Values, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Names_are_dotted_words_in_lower_case() => Names
        .Where(static name => name.Key is not (nameof(GlobusTelemetry.ActivitySourceName) or nameof(GlobusTelemetry.MeterName)))
        .Where(static name => !Dotted().IsMatch(name.Value))
        .ShouldBeEmpty();

    [Fact]
    public void Every_instrument_is_named_there_and_has_a_unit_a_description_and_buckets()
    {
        var instruments = Instruments();

        instruments.Count.ShouldBe(4);
        foreach (var instrument in instruments)
        {
            Names.Values.ShouldContain(instrument.Name);
            instrument.Description.ShouldNotBeNullOrWhiteSpace();
            Page.ShouldContain($"| `{instrument.Name}` | {(instrument is Counter<long> ? "counter" : "histogram")} | `{instrument.Unit}` |");
            if (instrument is Histogram<double> histogram)
            {
                histogram.Unit.ShouldBe("s");
                var buckets = histogram.Advice.ShouldNotBeNull().HistogramBucketBoundaries.ShouldNotBeNull();
                buckets.ShouldBe(buckets.Distinct().Order());
            }
        }
    }

    private static List<Instrument> Instruments()
    {
        using var meter = new Meter(GlobusTelemetry.MeterName);
        using var spans = new ActivitySource(GlobusTelemetry.ActivitySourceName);
        List<Instrument> published = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter, meter))
                {
                    published.Add(instrument);
                }
            },
        };
        listener.Start();
        _ = new Telemetry(spans, meter, string.Empty, TimeProvider.System);
        return published;
    }

    [GeneratedRegex("^[a-z]+([._][a-z]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dotted();

    [GeneratedRegex("`(?<name>globus\\.[a-z._]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Documented();
}
