using System.Globalization;

namespace Globus.Extensions.Tests;

/// <summary>How often tests repeat what they prove by repeating it: <c>GLOBUS_SOAK=1</c> is the full figure, a tenth the default.</summary>
internal static class Soak
{
    private static readonly double Factor =
        double.TryParse(Environment.GetEnvironmentVariable("GLOBUS_SOAK"), NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : 0.1;

    /// <summary>The full figure scaled, and never less than the least one that still shows something.</summary>
    public static int Count(int full, int least = 1) => Math.Max(least, (int)Math.Round(full * Factor));
}
