namespace Globus.Extensions.Http.Internal;

/// <summary>The choice between two spans of time, neither of which is the infinite one.</summary>
internal static class TimeSpans
{
    public static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    public static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
