namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>
/// What a file is called until it has been copied to its end. A task works on one file at a time, so that its id is name enough, and one that
/// begins again finds what a crash has left. Nobody else sees such a file: it is in no listing, and no path may name it.
/// </summary>
internal static class PartialName
{
    private const string Prefix = ".globus-partial-";

    public static string Of(Guid task) => Prefix + task.ToString("N");

    /// <summary>The path on this machine of what the task is about to put into a folder.</summary>
    public static string PathIn(Place folder, Guid task) => Path.Join(folder.FullPath, Of(task));

    /// <summary>Whether a task has made that name; one that somebody else has made from the same prefix is as good as any.</summary>
    public static bool IsPartial(string name) =>
        name.StartsWith(Prefix, RealPath.Comparison)
        && Guid.TryParseExact(name.AsSpan(Prefix.Length), "N", out var task)
        && name.Equals(Of(task), RealPath.Comparison);
}
