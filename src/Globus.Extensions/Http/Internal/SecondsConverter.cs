namespace Globus.Extensions.Http.Internal;

/// <summary>A span of time that is a number of seconds on the wire.</summary>
internal sealed class SecondsConverter() : TimeUnitConverter(TimeSpan.TicksPerSecond);
