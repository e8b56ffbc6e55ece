namespace Globus.Extensions.Http.Internal;

/// <summary>The limits of a pipeline.</summary>
internal sealed record ResilienceSettings(TimeSpan AttemptTimeout, TimeSpan TotalTimeout)
{
    public static ResilienceSettings From(GlobusOptions options) => new(options.AttemptTimeout ?? Timeout.InfiniteTimeSpan, options.TotalTimeout);
}
