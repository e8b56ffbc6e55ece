namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>What the service would refuse is refused before it is sent.</summary>
internal static class TransferArguments
{
    private const int LongestLabel = 128;

    /// <summary>A size of pages that the service can give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or too large.</exception>
    public static int? PageSize(int? value, int largest, string parameterName)
    {
        if (value is { } size)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, parameterName);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(size, largest, parameterName);
        }

        return value;
    }

    /// <summary>A label of a task or tunnel.</summary>
    /// <exception cref="ArgumentException">It is too long, has a line break, or blanks around it.</exception>
    public static string? Label(string? value, string parameterName) =>
        ProblemOfLabel(value) is { } problem ? throw new ArgumentException(problem, parameterName) : value;

    /// <summary>What the service would not like of a label.</summary>
    public static string? ProblemOfLabel(string? value) => value switch
    {
        null => null,
        { Length: > LongestLabel } => $"The label has {value.Length} characters; the service takes {LongestLabel}.",
        _ when value.AsSpan().ContainsAny('\r', '\n') => "The label has a line break.",
        _ when value.AsSpan().Trim().Length != value.Length => "The label begins or ends with a blank.",
        _ => null,
    };

    /// <summary>A path on a collection.</summary>
    /// <exception cref="ArgumentException">It is empty, or has a NUL.</exception>
    public static string Path(string? value, string parameterName)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameterName);
        return value.Contains('\0', StringComparison.Ordinal) ? throw new ArgumentException("The path has a NUL character.", parameterName) : value;
    }

    /// <summary>A path from the root of a collection, or from the home directory.</summary>
    /// <exception cref="ArgumentException">It begins with neither a slash nor a tilde, or has a NUL.</exception>
    public static void CheckRootedPath(string path, string member, string parameterName)
    {
        CheckNotEmpty(path, member, parameterName);
        if (Path(path, parameterName)[0] is not ('/' or '~'))
        {
            throw new ArgumentException($"{member} is '{path}', which does not say where it begins: it needs a slash, or a tilde for the home directory, at its beginning.", parameterName);
        }
    }

    /// <summary>A path from the root of a collection.</summary>
    /// <exception cref="ArgumentException">It begins with no slash, or has a NUL.</exception>
    public static void CheckAbsolutePath(string path, string member, string parameterName)
    {
        CheckNotEmpty(path, member, parameterName);
        if (Path(path, parameterName)[0] != '/')
        {
            throw new ArgumentException($"{member} is '{path}', which is not absolute: it needs a slash at its beginning.", parameterName);
        }
    }

    /// <summary>A text or id that has to be there.</summary>
    /// <exception cref="ArgumentException">It is not, or is blank.</exception>
    public static void CheckNotEmpty(string? value, string member, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{member} is empty.", parameterName);
        }
    }

    /// <summary>A number that can only be positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static void CheckPositive(int? value, string member, string parameterName)
    {
        if (value <= 0)
        {
            throw new ArgumentOutOfRangeException(parameterName, value, $"{member} has to be positive.");
        }
    }

    /// <summary>A port.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static void CheckPort(int? value, string member, string parameterName)
    {
        if (value is <= 0 or > 65535)
        {
            throw new ArgumentOutOfRangeException(parameterName, value, $"{member} has to be a port: 1 to 65535.");
        }
    }
}
