namespace Globus.Extensions.BrowserTests.Driving;

/// <summary>How a person looks at the pages.</summary>
/// <param name="Name">The name, for the screenshots.</param>
/// <param name="Width">The width of the window in pixels.</param>
/// <param name="Height">Its height.</param>
/// <param name="IsDark">Whether the person prefers dark pages.</param>
/// <param name="HasScript">Whether the browser runs scripts.</param>
public sealed record Look(string Name, int Width, int Height, bool IsDark = false, bool HasScript = true)
{
    public static readonly Look Wide = new("wide", 1000, 760);

    public static readonly Look WideDark = new("wide-dark", 1000, 760, IsDark: true);

    public static readonly Look Tablet = new("tablet", 600, 720);

    public static readonly Look TabletDark = new("tablet-dark", 600, 720, IsDark: true);

    public static readonly Look Narrow = new("narrow", 360, 740);

    public static readonly Look NarrowDark = new("narrow-dark", 360, 740, IsDark: true);

    public static readonly Look WithoutScript = new("without-script", 1000, 760, HasScript: false);

    public override string ToString() => Name;
}
