namespace Globus.Extensions.Http.Internal;

/// <summary>A span of time that is a number of minutes on the wire.</summary>
internal sealed class MinutesConverter() : TimeUnitConverter(TimeSpan.TicksPerMinute);
