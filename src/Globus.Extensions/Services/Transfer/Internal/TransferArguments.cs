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
}
