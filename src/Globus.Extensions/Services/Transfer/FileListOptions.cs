namespace Globus.Extensions.Services.Transfer;

/// <summary>Which entries of a directory to list, and how.</summary>
public sealed record FileListOptions
{
    /// <summary>Which entries, by <see cref="FileFields"/>: those that pass any of these filters. Default: all.</summary>
    public IReadOnlyList<TransferFilter>? Filters { get; init; }

    /// <summary>In what order, by <see cref="FileFields"/>. Default: the service's.</summary>
    public TransferOrdering OrderBy { get; init; }

    /// <summary>Whether names that begin with a dot are listed. Default: the service's, yes.</summary>
    public bool? ShowHidden { get; init; }

    /// <summary>The local user. Mapped collections only. Default: the one that the caller is mapped to.</summary>
    public string? LocalUser { get; init; }

    /// <summary>
    /// How many entries to ask for at once, 1 to 100,000. Each page makes the collection read the directory again. Default: the service's, 100,000.
    /// </summary>
    public int? PageSize { get; init; }
}
