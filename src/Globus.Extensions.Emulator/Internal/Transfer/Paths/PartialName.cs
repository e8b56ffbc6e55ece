namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>
/// What a file is called until it has been copied to its end. A task works on one file at a time, so that its id is name enough, and one that
/// begins again finds what a crash has left. Nobody else sees such a file: it is in no listing, and no path may name it.
/// </summary>
internal static class PartialName
{
    private const string Prefix = ".globus-partial-";

    public static string Of(Guid task) => Prefix + task.ToString("N");

    public static bool IsPartial(string name) => name.StartsWith(Prefix, RealPath.Comparison);
}
