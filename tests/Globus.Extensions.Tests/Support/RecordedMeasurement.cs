namespace Globus.Extensions.Tests.Support;

/// <summary>What an instrument measured.</summary>
internal sealed record RecordedMeasurement(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);
