using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>
/// A path as a client has written it, taken apart and found harmless: absolute, or below the home <c>/~/</c>, which here is the root of the
/// collection. It names no parent, holds nothing that a file system would read in its own way, and says nothing yet about links.
/// </summary>
internal sealed class CollectionPath
{
    public const int MaxLength = 4096;
    public const int MaxNameBytes = 255;

    private const string Home = "~";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private CollectionPath(string[] names, bool isHome, bool namesFolder)
    {
        (Names, IsHome, NamesFolder) = (names, isHome, namesFolder);
    }

    /// <summary>The names from the root of the collection; none for the root itself.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether it was written with <c>/~/</c>.</summary>
    public bool IsHome { get; }

    /// <summary>Whether it ends with a slash, and so can only be a folder.</summary>
    public bool NamesFolder { get; }

    public bool IsRoot => Names.Count == 0;

    /// <summary>The last name; empty for the root.</summary>
    public string Name => IsRoot ? "" : Names[^1];

    /// <summary>The path as answers show it, without a slash at the end.</summary>
    public string Text => (IsHome ? "/~/" : "/") + string.Join('/', Names);

    /// <summary>The path as answers show that of a folder, with a slash at the end.</summary>
    public string FolderText => IsRoot ? Text : Text + "/";

    /// <summary>Reads a path; <paramref name="problem"/> says what is wrong with it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CollectionPath? path, [NotNullWhen(false)] out string? problem)
    {
        path = null;
        problem = text.Length > MaxLength ? $"The path is longer than {MaxLength} characters."
            : text.Contains('\0') ? "The path holds a NUL character."
            : text is not (['/', ..] or "~" or ['~', '/', ..]) ? "The path must start with / or ~."
            : null;
        if (problem is not null)
        {
            return false;
        }

        string[] names = [.. text.Split('/').Where(static name => name is not ("" or "."))];
        var isHome = names is [Home, ..];
        names = isHome ? names[1..] : names;
        problem = names.Select(FindProblem).FirstOrDefault(static found => found is not null);
        path = problem is null ? new CollectionPath(names, isHome, text is [.., '/'] or "~" || names.Length == 0) : null;
        return path is not null;
    }

    /// <summary>What makes a name unfit to be one step of a path, or <see langword="null"/>.</summary>
    public static string? FindProblem(string name)
    {
        if (name == "..")
        {
            return "The path must not lead to a parent folder with '..'.";
        }

        if (PartialName.IsPartial(name))
        {
            return "The path names a file that is still being copied.";
        }

        if (OperatingSystem.IsWindows() && name.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()))
        {
            return "The path holds a character that names of files cannot have on this system.";
        }

        try
        {
            return Strict.GetByteCount(name) > MaxNameBytes ? $"A name in the path is longer than {MaxNameBytes} bytes." : null;
        }
        catch (EncoderFallbackException)
        {
            return "The path is not Unicode.";
        }
    }

    public CollectionPath Append(string name) => new([.. Names, name], IsHome, namesFolder: false);

    public CollectionPath Parent() => new([.. Names.Take(Names.Count - 1)], IsHome, namesFolder: true);
}
